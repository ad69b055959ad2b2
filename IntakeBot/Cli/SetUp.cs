using System.Text.Json.Nodes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>A first set-up in one folder: config, keys and data, with an unsigned roster without members.</summary>
internal sealed record SetUp
{
    private const string ResourcePrefix = "config/";
    private const int DaysOfRoster = 90;

    public required string ConfigFolder { get; init; }

    public required string KeysFolder { get; init; }

    public required string DataFolder { get; init; }

    public required Questionnaire Questionnaire { get; init; }

    public required VerifyKey ExchangeKey { get; init; }

    /// <summary>Why <see cref="Make"/> would not begin, or null.</summary>
    public static string? ProblemOf(string folder) =>
        File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            ? $"{folder}: is not empty; name a new folder"
            : null;

    /// <summary><paramref name="exchangeAddress"/> null: the settings' own. With another one it is a try beside others, and has no port for the operator.</summary>
    public static SetUp Make(string folder, int places, Day today, string? exchangeAddress = null, InitWish? wish = null)
    {
        folder = Path.GetFullPath(folder);
        var config = Path.Combine(folder, "config");
        var keys = Path.Combine(folder, "keys");
        var data = Path.Combine(folder, "data");
        string[] within = ["languages", "languages/quiet", "covers", MemberFile.Folder];
        foreach (var one in (string[])[folder, config, keys, data, .. within.Select(name => Path.Combine(config, name))])
        {
            PrivateFolder.Create(one);
        }

        WriteConfig(config);
        var settings = Path.Combine(config, SettingsFile.Name);
        exchangeAddress = SetExchangeAddress(settings, exchangeAddress);
        exchangeAddress = Fulfil(settings, wish ?? new()) ?? exchangeAddress;
        ServerKeyFile.Create(Path.Combine(keys, "server.key"));
        using var exchange = SigningKey.Draw();
        SigningKeyFile.Create(Path.Combine(keys, "exchange.key"), exchange);
        var questionnaire = QuestionnaireFolder.Read(config).Value
            ?? throw new InvalidOperationException("The questionnaire inside the program has problems; run 'intakebot check' on config/.");
        var draft = RosterDraft.Begin(
            config, new Uri(exchangeAddress), exchange.Public, today.Plus(DaysOfRoster),
            questionnaire.Forms.Select(f => f.Desk).Append("safeguarding").Distinct(), places);
        draft.List(QuestionnaireHash.Of(questionnaire.Canonical.Span));
        draft.Save();
        return new SetUp { ConfigFolder = config, KeysFolder = keys, DataFolder = data, Questionnaire = questionnaire, ExchangeKey = exchange.Public };
    }

    private static void WriteConfig(string config)
    {
        var assembly = typeof(SetUp).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[resource.Length];
            resource.ReadExactly(bytes);
            WholeFile.Create(Path.Combine(config, Path.Combine(name[ResourcePrefix.Length..].Split('/'))), bytes, secret: false);
        }
    }

    /// <summary>Where desks reach the Exchange, if that is wished for. Where it listens stays: whoever leads them there is on this machine.</summary>
    private static string? Fulfil(string settings, InitWish wish)
    {
        if (wish.RetentionDays is null && wish.Proxy is null)
        {
            return wish.Exchange;
        }

        var json = JsonNode.Parse(File.ReadAllText(settings))!;
        if (wish.RetentionDays is { } days)
        {
            json[nameof(Settings.Retention)]![nameof(Core.Hotline.Retention.IntakeDays)] = days;
        }

        if (wish.Proxy is { } proxy)
        {
            json[nameof(Settings.Telegram)]![nameof(Settings.TelegramSettings.Proxy)] = proxy;
        }

        WholeFile.Replace(settings, System.Text.Encoding.UTF8.GetBytes(json.ToString() + "\n"), secret: false);
        return wish.Exchange;
    }

    private static string SetExchangeAddress(string settings, string? address)
    {
        var json = JsonNode.Parse(File.ReadAllText(settings))!;
        var section = json[nameof(Settings.Exchange)]!;
        if (address is not null)
        {
            section[nameof(Settings.ExchangeSettings.Address)] = address;
            json[nameof(Settings.Health)]![nameof(Settings.HealthSettings.Address)] = "";
            WholeFile.Replace(settings, System.Text.Encoding.UTF8.GetBytes(json.ToString() + "\n"), secret: false);
        }

        return section[nameof(Settings.ExchangeSettings.Address)]!.GetValue<string>();
    }
}
