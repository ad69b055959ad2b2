using System.Globalization;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;

namespace IntakeBot.Cli;

/// <summary>
/// What <c>serve</c> needs, or everything that would stop it, at once. <see cref="Parts"/> is null exactly when there are
/// problems. Looking changes nothing: the roster is pinned by who goes on to serve.
/// </summary>
internal sealed class Readiness : IDisposable
{
    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];
    private EmergencyNumbers _numbers = EmergencyNumbers.None;

    private Readiness()
    {
    }

    public ServeParts? Parts { get; private set; }

    /// <summary>Hexadecimal; null where the questionnaire cannot be read.</summary>
    public string? QuestionnaireHash { get; private set; }

    /// <summary>Names of the language files that would be served and that nobody has signed off: "ko", "quiet/ko".</summary>
    public IReadOnlyList<string> Drafts { get; private set; } = [];

    /// <summary>Null where it cannot be served by.</summary>
    public Roster? Roster { get; private set; }

    /// <summary>The server key's file; null where the settings cannot be read.</summary>
    public string? ServerKeyName { get; private set; }

    /// <summary>Null where the settings cannot be read.</summary>
    public Retention? Retention { get; private set; }

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
        _problems.AddRange((questionnaire.Value is { } drawn ? ScreenRules.Problems(drawn, QuestionnaireReading.BookletOf(configFolder, drawn)) : []).Select(p => Path.Combine(configFolder, p.ToString())));
        Drafts = [.. (questionnaire.Value?.Languages ?? []).Where(l => l.Draft).Select(l => l.Tag)];
        var hash = questionnaire.Value is { } read ? Core.Sealing.QuestionnaireHash.Of(read.Canonical.Span) : null;
        ReadNumbers(configFolder, questionnaire.Value);
        if (questionnaire.Value is { } asked)
        {
            TemplatesReading.Check(configFolder, asked, _problems, _warnings);
        }

        QuestionnaireHash = hash is null ? null : Convert.ToHexStringLower(hash);
        var source = new RosterSource(configFolder, dataFolder) { Desks = [.. questionnaire.Value?.Forms.Select(f => f.Desk) ?? []], QuestionnaireHash = hash };
        _problems.AddRange(SealedStore.Problems(dataFolder));
        CheckDisk(dataFolder, today);
        CheckMemory();
        if (settings is null)
        {
            _ = ReadRoster(source, today);
            return;
        }

        var tls = CheckAddresses(settings, configFolder, today);
        var webhook = WebhookReach.Read(settings, configFolder, today, _problems, _warnings);
        CheckQuiet(settings, Path.Combine(configFolder, SettingsFile.Name), questionnaire.Value);
        CheckDrafts(settings, configFolder);
        CheckRetention(settings.Retention, dataFolder, today);
        var bots = ReadBots(settings, configFolder, questionnaire.Value);
        ServerKeyName = SettingsFile.PathOf(configFolder, settings.Keys.ServerKeyFile);
        var server = ServerKeyFile.Read(ServerKeyName, _problems);
        var exchangeFile = SettingsFile.PathOf(configFolder, settings.Keys.ExchangeKeyFile);
        var exchange = SigningKeyFile.Read(exchangeFile, _problems);
        source = source with { Exchange = exchange is null ? null : (exchangeFile, exchange.Public), Retention = settings.Retention };
        var roster = ReadRoster(source, today);
        if (_problems.Count > 0 || bots is null || server is null || exchange is null || hash is null)
        {
            server?.Dispose();
            exchange?.Dispose();
            tls?.Dispose();
            webhook?.Dispose();
            return;
        }

        Parts = new ServeParts
        {
            Settings = settings,
            Questionnaire = questionnaire.Value!,
            QuestionnaireHash = hash,
            Roster = roster!,
            RosterSource = source,
            ServerKey = server,
            ExchangeKey = exchange,
            ExchangeTls = tls,
            Webhook = webhook,
            Bots = bots,
            Numbers = _numbers,
        };
    }

    private void ReadNumbers(string configFolder, Questionnaire? questionnaire)
    {
        if (questionnaire is null)
        {
            return;
        }

        var reading = NumbersFile.Read(configFolder, [.. questionnaire.Languages.Select(l => l.Tag)]);
        _problems.AddRange(reading.Problems.Select(p => Path.Combine(configFolder, p.ToString())));
        _numbers = reading.Value ?? EmergencyNumbers.None;
        if (_numbers is { Countries.Count: > 0, CheckedBy.Count: 0 })
        {
            _warnings.Add($"{Path.Combine(configFolder, NumbersFile.Name)}: nobody has checked these numbers to call; check each, then write who did under checked_by");
        }
    }

    /// <summary>Null where one of them has a problem.</summary>
    private List<ServeBot>? ReadBots(Settings settings, string configFolder, Questionnaire? questionnaire)
    {
        var reading = new BotReading(configFolder, [.. questionnaire?.Languages.Select(l => l.Tag) ?? []], _problems, _warnings);
        var bots = settings.Telegram.All.Select(b => reading.Read(b.Name, b.Bot)).OfType<ServeBot>().ToList();
        if (bots.GroupBy(b => b.Token.Split(':')[0]).Any(g => g.Count() > 1))
        {
            _problems.Add($"{Path.Combine(configFolder, SettingsFile.Name)}: two bots have tokens of the same account; give each bot a token of its own from @BotFather");
        }

        return bots.Count == settings.Telegram.All.Count ? bots : null;
    }

    private Roster? ReadRoster(RosterSource source, Day today)
    {
        var reading = source.Read(today);
        _problems.AddRange(reading.Problems);
        _problems.AddRange(reading.Roster is { } read ? source.Beyond(read) : []);
        _warnings.AddRange(reading.Roster?.Warnings(today) ?? []);
        Roster = reading.Roster;
        return reading.Roster;
    }

    private void CheckDisk(string dataFolder, Day today)
    {
        if (!Directory.Exists(dataFolder))
        {
            return;
        }

        if (PlaceBook.Problem(dataFolder) is { } problem)
        {
            _problems.Add(problem);
        }

        if (DayBook.Open(dataFolder, today).Doubt(today) is { } doubt)
        {
            _warnings.Add(doubt);
        }

        if (SealedStore.Doubt(dataFolder) is { } lost)
        {
            _warnings.Add(lost);
        }

        if (ExchangeLogFolder.Problem(dataFolder) is { } log)
        {
            _warnings.Add($"{log}. The next start keeps it as it is beside a new one, which says so to the auditors; put it back before if you have it");
        }

        if (!new DiskRoom(dataFolder).IsEnough)
        {
            _warnings.Add($"{dataFolder}: less than {DiskRoom.NeededMegabytes} MiB are free on its disk: no intake would be begun; free some");
        }
    }

    /// <summary>Of this process: a verb that is run by hand may be allowed more or less than the service.</summary>
    private void CheckMemory()
    {
        if (!KeyMemory.IsLocked)
        {
            _warnings.Add(
                "the keys are not locked in memory and may come to the swap: allow this account 64 KiB of locked memory "
                + "(LimitMEMLOCK= of systemd, --ulimit memlock= of a container, ulimit -l), or turn the swap off");
        }
    }

    /// <summary>Quiet words are looked at only where they are served.</summary>
    private void CheckQuiet(Settings settings, string file, Questionnaire? questionnaire)
    {
        string[] quiet = [.. settings.Telegram.All.Where(b => WordPackName.Read(b.Bot.Words) is WordPack.Quiet).Select(b => b.Name)];
        if (quiet.Length == 0 || questionnaire is null)
        {
            return;
        }

        Language[] written = [.. questionnaire.Quiet.OfType<Language>()];
        _problems.AddRange(
            from name in quiet
            from tag in questionnaire.Languages.Select(l => l.Tag).Except(written.Select(l => l.Tag))
            select $"{file}: {name}.Words is \"quiet\", but there is no languages/quiet/{tag}.yaml: write one, or set \"plain\"");
        Drafts = [.. Drafts, .. written.Where(l => l.Draft).Select(l => $"quiet/{l.Tag}")];
    }

    private void CheckRetention(Retention retention, string dataFolder, Day today)
    {
        Retention = retention;
        if (File.Exists(Path.Combine(dataFolder, DayBook.FileName)) && DayBook.Open(dataFolder, today).DaysKept is var last && last != retention.IntakeDays)
        {
            _warnings.Add(
                $"{nameof(Settings.Retention)}.{nameof(retention.IntakeDays)} is {retention.IntakeDays}; the server last ran with {last?.ToString(CultureInfo.InvariantCulture) ?? "another"}. "
                + $"At the next start open conversations come to their end, and what is there goes after {retention.IntakeDays} days at the latest.");
        }
    }

    private void CheckDrafts(Settings settings, string configFolder)
    {
        var drafts = string.Join(", ", Drafts.Union(settings.Languages.Drafts).Select(tag => $"\"{tag}\""));
        _problems.AddRange(Drafts.Except(settings.Languages.Drafts).Select(name =>
            $"{Path.Combine([configFolder, "languages", .. name.Split('/')])}.yaml: is a draft; have it reviewed, or to serve it all the same "
            + $"write \"Languages\": {{ \"Drafts\": [{drafts}] }} into {SettingsFile.Name}"));
    }

    private ExchangeTls? CheckAddresses(Settings settings, string configFolder, Day today)
    {
        var file = Path.Combine(configFolder, SettingsFile.Name);
        TelegramReach.Check(settings, configFolder, _problems, _warnings);
        var exchange = CheckAddress(file, "Exchange.Address", settings.Exchange.Address, ["http", "https"]);
        CheckHealth(settings, file, exchange);
        return exchange is null ? null : ExchangeListening.Check(settings.Exchange, exchange, configFolder, today, _problems, _warnings);
    }

    private void CheckHealth(Settings settings, string file, Uri? exchange)
    {
        if (LogFormat.Read(settings.Logs.Format) is null)
        {
            _problems.Add($"{file}: Logs.Format is to be auto, json or text, not \"{settings.Logs.Format}\"");
        }

        if (settings.Health.Address.Length == 0 || CheckAddress(file, "Health.Address", settings.Health.Address, ["http"]) is not { } health)
        {
            return;
        }

        if (health.Port == exchange?.Port)
        {
            _problems.Add($"{file}: Health.Address and Exchange.Address have the same port; give each its own");
        }

        if (!health.IsLoopback)
        {
            _warnings.Add($"{file}: Health.Address {health} can be reached from other machines, without TLS; let only your Prometheus reach it");
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
