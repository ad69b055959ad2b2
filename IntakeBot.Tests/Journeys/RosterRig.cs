using IntakeBot.Cli;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>The server's parts that live with a changing roster, on real files, as <c>serve</c> puts them together.</summary>
internal sealed class RosterRig : IAsyncDisposable
{
    private readonly ServerKey _key = new(new byte[ServerKey.Size]);
    private readonly LoggerFactory _loggers;
    private readonly CodeLane _codes;

    public RosterRig()
    {
        _loggers = new([Log]);
        Store = SealedStore.Open(Setup.Data, TimeProvider.System);
        _codes = TinyCodes.Lane(_key, Store);
    }

    public RosterSetup Setup { get; } = new();

    public SealedStore Store { get; }

    public LogCollector Log { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch.AddDays(RosterSetup.Today.Number).AddHours(12));

    public CurrentRoster Current { get; private set; } = null!;

    public RosterChange Change { get; private set; } = null!;

    public RosterWatch Watch { get; private set; } = null!;

    /// <summary>The operator's setting, from the next start on.</summary>
    public Retention Retention { get; set; } = new();

    public IEnumerable<string> Alarms => Log.Lines.Where(l => l.StartsWith("Critical", StringComparison.Ordinal));

    /// <summary>What a start of the program does with the roster; nothing of an earlier start's memory is left.</summary>
    public async Task StartAsync(CancellationToken stop = default)
    {
        var source = new RosterSource(Setup.Config, Setup.Data) { Desks = ["hotline"], Retention = Retention };
        var reading = source.Read(RosterSetup.Today);
        Assert.Empty(reading.Problems);
        Current = new(reading.Roster!);
        Change = new(Current, Store, PlaceBook.Open(Setup.Data), Setup.Data);
        _ = await Change.ApplyAsync(reading.Roster!, stop);
        Watch = new(source, Change, Store, Time, _loggers.CreateLogger<RosterWatch>());
    }

    /// <summary>One consent, through the hotline's own way to the store.</summary>
    public async Task<bool> BeginAsync(Func<string, Day, Recipients?>? recipients = null) =>
        await new OpenIntakes(new()
        {
            Bot = 1,
            Questionnaires = new(ShippedQuestionnaire.Value),
            Store = Store,
            Key = _key,
            Recipients = recipients ?? ((desk, day) => Current.Value.RecipientsFor(desk, day)),
            Beginning = Current.Begin,
            Time = Time,
            Codes = _codes,
            CodeGate = new(new(), Time),
        }).BeginAsync(Pair.Draw(RosterSetup.Today), new Questions(ShippedQuestionnaire.Value.Main).First(0), RosterSetup.Today) is not null;

    /// <summary>Writes the roster as it now stands with the next serial, signed.</summary>
    public void Sign()
    {
        Setup.Json["serial"] = (int)Setup.Json["serial"]! + 1;
        Setup.Sign();
    }

    /// <summary>Ben leaves; signed.</summary>
    public void RemoveBen()
    {
        Setup.Members.RemoveAt(1);
        Sign();
    }

    /// <summary>Ben lost the key and comes back with another one; signed.</summary>
    public Identity ReplaceBen()
    {
        var again = Setup.Member("ben");
        Setup.Members[1]!["signingKey"] = again.Signing.Public.ToString();
        Sign();
        return again;
    }

    /// <summary>How many of the store's intakes an identity can open at a place.</summary>
    public int Opens(Identity identity, byte place) =>
        Rows().Count(r => IntakeOpener.Open(r, Store.Find<HotRow>(r.Place)!, identity.EpochSecretOf(1)!, place) is Opening.Opened);

    public IReadOnlyList<ColdRow> Rows() => [.. Store.Manifest(RowKind.Cold, null, 10_000).Select(e => Store.Find<ColdRow>(e.Place)!)];

    public async ValueTask DisposeAsync()
    {
        Watch?.Dispose();
        await _codes.DisposeAsync();
        await Store.DisposeAsync();
        _loggers.Dispose();
        _key.Dispose();
        Setup.Dispose();
    }
}
