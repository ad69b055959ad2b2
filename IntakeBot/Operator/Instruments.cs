using System.Diagnostics.Metrics;

namespace IntakeBot.Operator;

/// <summary>Every metric that is published. Its labels are a word of ours or a desk's name; a test holds names and labels against a list.</summary>
internal sealed class Instruments : IDisposable
{
    public const string MeterName = "IntakeBot.Operator";

    private readonly Meter _meter = new(MeterName);
    private readonly OperatorRound _round;
    private readonly Vitals _vitals;

    public Instruments(OperatorRound round, Vitals vitals)
    {
        (_round, _vitals) = (round, vitals);
        AddChecks();
        Gauge("intakebot_poll_age_seconds", "Since the last good poll, in whole minutes.", f => f.PollAgeSeconds);
        Counter("intakebot_polls", "Polls; of the good ones at most one a minute.", f => f.Polls.Select(p => Of(p.Value, "outcome", p.Key)));
        Gauge("intakebot_send_lag_seconds", "How long the longest of at least 20 chats waits for its screen.", f => f.SendLagSeconds);
        Gauge("intakebot_commit_seconds", "What a commit that changes nothing takes, rounded up.", f => f.CommitSeconds);
        Gauges("intakebot_disk_free_bytes", "Free on the data folder's disk.", f => f.FreeBytes is { } free ? [new(free)] : []);
        Gauge("intakebot_data_bytes", "The store's files.", f => f.DataBytes);
        Gauge("intakebot_memory_bytes", "Resident memory of the process.", f => f.MemoryBytes);
        Gauge("intakebot_roster_days_left", "Days until the roster ends.", f => f.RosterDaysLeft);
        Gauge("intakebot_epoch_days_left", "Days until the last stated key ends, of the member with the fewest.", f => f.EpochDaysLeft);
        Gauges("intakebot_desk_away_hours", "Since anybody of a desk had everything: 0, 12, 24, 48 and so on.", f => f.DeskAwayHours.Select(d => Of(d.Value, "desk", d.Key)));
        Gauge("intakebot_clock_in_doubt", "1: nothing is deleted until the clock is settled.", f => f.IsClockInDoubt ? 1 : 0);
        Gauge("intakebot_updates_yesterday", "Updates handled on the last day that is over, in hundreds.", f => f.UpdatesYesterday);
        Gauge("intakebot_covers_yesterday", "Screens covered because nothing was pressed, on the last day that is over, in hundreds.", f => f.CoversYesterday);
        Gauges("intakebot_calls_yesterday", "Calls to Telegram on the last day that is over, in hundreds.", f => f.CallsYesterday.Select(c => Of(c.Value, "outcome", c.Key)));
    }

    public void Dispose() => _meter.Dispose();

    private static Measurement<double> Of(double value, string label, object word) =>
        new(value, new KeyValuePair<string, object?>(label, word is Enum ? Lower(word) : word));

#pragma warning disable CA1308 // Labels are lower-case words.
    private static string Lower(object word) => $"{word}".ToLowerInvariant();
#pragma warning restore CA1308

    private void AddChecks()
    {
        _ = _meter.CreateObservableGauge("intakebot_ready", () => _vitals.Failing().Count == 0 ? 1 : 0, unit: null, "1: a person would be served.");
        _ = _meter.CreateObservableGauge("intakebot_check", Checks, unit: null, "1: what the word names holds.");
    }

    private IEnumerable<Measurement<double>> Checks()
    {
        var failing = _vitals.Failing();
        return Vitals.Words.Select(word => Of(failing.Contains(word) ? 0 : 1, "check", word));
    }

    private void Gauge(string name, string what, Func<Figures, double> read) => Gauges(name, what, f => [new(read(f))]);

    private void Gauges(string name, string what, Func<Figures, IEnumerable<Measurement<double>>> read) =>
        _ = _meter.CreateObservableGauge(name, () => _round.Last is { } figures ? read(figures) : [], unit: null, what);

    private void Counter(string name, string what, Func<Figures, IEnumerable<Measurement<double>>> read) =>
        _ = _meter.CreateObservableCounter(name, () => _round.Last is { } figures ? read(figures) : [], unit: null, what);
}
