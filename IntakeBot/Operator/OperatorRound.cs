using IntakeBot.Core.Sealing;
using IntakeBot.Messenger;

namespace IntakeBot.Operator;

/// <summary>
/// Takes the figures once a minute by its own clock, so that asking often shows no more than asking seldom. What each may tell, and what none may, is in
/// docs/decisions/0019-operator.md.
/// </summary>
internal sealed class OperatorRound(OperatorParts parts, StoreProbe probe) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>With fewer who wait, how long they do would tell that somebody is there.</summary>
    public const int FewestWaiting = 20;

    private static readonly PollOutcome[] PollOutcomes = Enum.GetValues<PollOutcome>();
    private static readonly CallOutcome[] CallOutcomes = Enum.GetValues<CallOutcome>();

    private readonly DayTally _tally = new();
    private readonly long _start = parts.Time.GetTimestamp();
    private volatile Figures? _last;
    private IReadOnlyDictionary<string, double> _away = new Dictionary<string, double>();
    private long _awayHour = -1;
    private long _goodMinutes;
    private long _goodSeen;

    /// <summary>Null before the first round is over.</summary>
    public Figures? Last => _last;

    /// <summary>Of the bot that was longest without one, counted from the start where there was none.</summary>
    public TimeSpan SinceGoodPoll => parts.Lines.Max(l => parts.Time.GetElapsedTime(Math.Max(_start, l.Health.LastGood)));

    /// <summary>One round.</summary>
    public async Task LookAsync()
    {
        await probe.RunAsync();
        var today = Day.Today(parts.Time);
        var roster = parts.Roster.Value;
        _tally.Look(today, Totals());
        _last = new()
        {
            PollAgeSeconds = Steps.PollAge(SinceGoodPoll),
            Polls = Polls(),
            SendLagSeconds = SendLag(parts.Lines.Select(l => l.Outbox.Waiting)),
            CommitSeconds = Steps.Commit(probe.Took),
            FreeBytes = parts.Store.FreeBytes is { } free ? Steps.FreeBytes(free) : null,
            DataBytes = Steps.DataBytes(parts.Store.FileBytes),
            MemoryBytes = Steps.MemoryBytes(Environment.WorkingSet),
            RosterDaysLeft = roster.NotAfter.Number - today.Number,
            EpochDaysLeft = EpochDaysLeft(roster, today),
            DeskAwayHours = DesksAway(roster),
            IsClockInDoubt = parts.Days.Doubt(today) is not null,
            UpdatesYesterday = _tally.Yesterday[0],
            CoversYesterday = _tally.Yesterday[1],
            CallsYesterday = CallOutcomes.ToDictionary(o => o, o => _tally.Yesterday[2 + (int)o]),
        };
    }

    public static double SendLag(IEnumerable<(int Chats, TimeSpan Longest)> lines)
    {
        var (chats, longest) = lines.Aggregate((0, TimeSpan.Zero), (sum, l) => (sum.Item1 + l.Chats, sum.Item2 > l.Longest ? sum.Item2 : l.Longest));
        return chats < FewestWaiting ? 0 : Steps.Lag(longest);
    }

    /// <summary>Until the last day for which each recipient has stated a key; 0 where one has none for today.</summary>
    public static int EpochDaysLeft(Roster roster, Day today)
    {
        var current = roster.EpochOf(today);
        return roster.Members.Where(m => m.IsRecipient)
            .Select(m => Roster.StatedUntil(m, current) is { } last ? roster.Epochs.LastDayOf(last).Number - today.Number : 0)
            .DefaultIfEmpty(0).Min();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, parts.Time);
        do
        {
            await LookAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private long[] Totals() =>
    [
        parts.Lines.Sum(l => l.Health.Updates),
        parts.Lines.Sum(l => l.Health.Covers),
        .. CallOutcomes.Select(o => parts.Lines.Sum(l => l.Health.Calls[o])),
    ];

    /// <summary>A poll ends when somebody presses, so good ones are counted once in a round; how often a bad one came is nobody's doing here.</summary>
    private Dictionary<PollOutcome, long> Polls()
    {
        var polls = PollOutcomes.ToDictionary(o => o, o => parts.Lines.Sum(l => l.Health.Polls[o]));
        var good = polls[PollOutcome.Good];
        _goodMinutes += good > _goodSeen ? 1 : 0;
        _goodSeen = good;
        polls[PollOutcome.Good] = _goodMinutes;
        return polls;
    }

    /// <summary>Looked at once an hour: when exactly a desk came back is its members' affair.</summary>
    private IReadOnlyDictionary<string, double> DesksAway(Roster roster)
    {
        var now = parts.Time.GetUtcNow();
        var hour = now.ToUnixTimeSeconds() / 3600;
        if (hour != _awayHour || !roster.Desks.All(_away.ContainsKey))
        {
            _awayHour = hour;
            _away = roster.Desks.ToDictionary(d => d, d => Steps.Away(now - parts.Desks.LastOf(roster, d)));
        }

        return _away;
    }
}
