using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>
/// What <c>serve</c> needs, or everything that would stop it, at once. <see cref="Parts"/> is null exactly when there are
/// problems. Looking changes nothing: the roster is pinned by who goes on to serve.
/// </summary>
internal sealed class Readiness : IDisposable
{
    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];

    private Readiness()
    {
    }

    public ServeParts? Parts { get; private set; }

    /// <summary>Hexadecimal; null where the questionnaire cannot be read.</summary>
    public string? QuestionnaireHash { get; private set; }

    public IReadOnlyList<string> Problems => _problems;

    public IReadOnlyList<string> Warnings => _warnings;

    public static Readiness Of(string configFolder, string dataFolder, TimeProvider time)
    {
        var readiness = new Readiness();
        readiness.Gather(configFolder, dataFolder, Day.Today(time));
        return readiness;
    }

    public void Dispose() => Parts?.Dispose();

    private void Gather(string configFolder, string dataFolder, Day today)
    {
        var (settings, wrong) = SettingsFile.Read(configFolder);
        _problems.AddRange(wrong);
        var questionnaire = QuestionnaireFolder.Read(configFolder);
        _problems.AddRange(questionnaire.Problems.Select(p => Path.Combine(configFolder, p.ToString())));
        var hash = questionnaire.Value is { } read ? Core.Sealing.QuestionnaireHash.Of(read.Canonical.Span) : null;
        QuestionnaireHash = hash is null ? null : Convert.ToHexStringLower(hash);
        var roster = RosterFolder.Read(configFolder, dataFolder, today, questionnaire.Value?.Forms.Select(f => f.Desk) ?? []);
        _problems.AddRange(roster.Problems);
        _problems.AddRange(SealedStore.Problems(dataFolder));
        CheckDisk(dataFolder, today);
        CheckAgainst(roster.Roster, configFolder, hash, today);
        if (settings is null)
        {
            return;
        }

        CheckAddresses(settings, Path.Combine(configFolder, SettingsFile.Name));
        var token = BotTokenFile.Read(SettingsFile.PathOf(configFolder, settings.Telegram.TokenFile), _problems, _warnings);
        var server = ServerKeyFile.Read(SettingsFile.PathOf(configFolder, settings.Keys.ServerKeyFile), _problems);
        var exchangeFile = SettingsFile.PathOf(configFolder, settings.Keys.ExchangeKeyFile);
        var exchange = SigningKeyFile.Read(exchangeFile, _problems);
        if (exchange is not null && roster.Roster is not null && !exchange.Public.Equals(roster.Roster.ExchangeKey))
        {
            _problems.Add($"{exchangeFile}: is not the key that the roster names ({Fingerprint.Of(exchange.Public)}, not {Fingerprint.Of(roster.Roster.ExchangeKey)})");
        }

        if (_problems.Count > 0 || token is null || server is null || exchange is null || hash is null)
        {
            server?.Dispose();
            exchange?.Dispose();
            return;
        }

        Parts = new ServeParts
        {
            Settings = settings,
            Questionnaire = questionnaire.Value!,
            QuestionnaireHash = hash,
            Roster = roster.Roster!,
            ServerKey = server,
            ExchangeKey = exchange,
            Token = token,
        };
    }

    private void CheckAgainst(Roster? roster, string configFolder, byte[]? hash, Day today)
    {
        if (roster is null)
        {
            return;
        }

        _warnings.AddRange(roster.Warnings(today));
        if (hash is not null && !roster.ListsQuestionnaire(hash))
        {
            _problems.Add(
                $"{Path.Combine(configFolder, RosterFolder.RosterName)}: does not list the questionnaire {QuestionnaireHash}; "
                + "if the change is meant, run 'intakebot roster questionnaire' and have the roster signed");
        }
    }

    private void CheckDisk(string dataFolder, Day today)
    {
        if (!Directory.Exists(dataFolder))
        {
            return;
        }

        if (DayBook.Open(dataFolder, today).Doubt(today) is { } doubt)
        {
            _warnings.Add(doubt);
        }

        if (!new DiskRoom(dataFolder).IsEnough)
        {
            _warnings.Add($"{dataFolder}: less than {DiskRoom.NeededMegabytes} MiB are free on its disk: no intake would be begun; free some");
        }
    }

    private void CheckAddresses(Settings settings, string file)
    {
        CheckAddress(file, "Telegram.BaseUrl", settings.Telegram.BaseUrl, ["http", "https"]);
        var exchange = CheckAddress(file, "Exchange.Address", settings.Exchange.Address, ["http", "https"]);
        if (settings.Telegram.Proxy.Length > 0)
        {
            CheckAddress(file, "Telegram.Proxy", settings.Telegram.Proxy, ["http", "socks5"]);
        }

        if (exchange is { IsLoopback: false })
        {
            _warnings.Add($"{file}: Exchange.Address {exchange} can be reached from other machines; let only the desks' tunnel reach it");
        }
    }

    private Uri? CheckAddress(string file, string name, string text, string[] schemes)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme))
        {
            return address;
        }

        _problems.Add($"{file}: {name} is not an address that starts with {string.Join(" or ", schemes.Select(s => s + "://"))}");
        return null;
    }
}
