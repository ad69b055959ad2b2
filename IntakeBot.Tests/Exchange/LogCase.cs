using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Exchange;

/// <summary>The log without a server: its two files, and a clock that begins at noon.</summary>
internal sealed class LogCase : IDisposable
{
    public static readonly Day Today = new(20_780);

    private readonly TempFolder _folder = new();
    private readonly LoggerFactory _loggers;

    public LogCase() => _loggers = new([Log]);

    public LogCollector Log { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch.AddDays(Today.Number).AddHours(12));

    public string Folder => _folder.Path;

    public string LogFile => _folder.Of(ExchangeLogFolder.LogName);

    public string TodayFile => _folder.Of(ExchangeLogFolder.TodayName);

    public static RosterMember Member(byte place) => new()
    {
        Place = place,
        Pseudonym = $"m{place}",
        Role = RosterRole.Staff,
        Desk = "hotline",
        SigningKey = VerifyKey.Read([.. Enumerable.Repeat((byte)(place + 1), VerifyKey.Size)])!,
        Recovery = false,
        Since = Today,
        EpochKeys = new Dictionary<uint, RecipientKey>(),
    };

    /// <summary>As many as asked for, on the days from <see cref="Today"/> on, two a day.</summary>
    public static IEnumerable<ExchangeLogEntry> Entries(int count) => Enumerable.Range(0, count).Select(i => new ExchangeLogEntry
    {
        Day = Today.Plus(i / 2),
        Place = (byte)(i % 2),
        Member = Member((byte)(i % 2)).SigningKey,
        Kind = ExchangeLogKind.ColdRows,
        Count = (uint)(i + 10),
        Different = (uint)i,
    });

    public ExchangeLog Open() => ExchangeLog.Open(Folder, Time, _loggers.CreateLogger<ExchangeLog>());

    /// <summary>What is in the log once today is over.</summary>
    public IReadOnlyList<ExchangeLogEntry> Tomorrow(ExchangeLog log)
    {
        Time.Advance(TimeSpan.FromDays(1));
        return Read(log).Entries;
    }

    public ExchangeLogReading Read(ExchangeLog log, HeadPin? pin = null) => ExchangeLogReading.Of([log.Page(0)], pin, Day.Today(Time));

    public int Lines(string level) => Log.Lines.Count(l => l.StartsWith(level, StringComparison.Ordinal));

    public void Dispose()
    {
        _loggers.Dispose();
        _folder.Dispose();
    }
}
