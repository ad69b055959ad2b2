using IntakeBot.Core.Sealing;
using IntakeBot.Messenger;

namespace IntakeBot.Operator;

/// <summary>What has to hold for a person to be served; each as one word that a machine can read.</summary>
internal sealed class Vitals(OperatorParts parts, OperatorRound round, StoreProbe probe)
{
    /// <summary>A poll that waits in vain takes less than one minute.</summary>
    public static readonly TimeSpan PollPatience = TimeSpan.FromMinutes(3);

    private static readonly (string Word, Func<Vitals, bool> Holds)[] All =
    [
        ("store", v => v.IsStoreWell),
        ("poll", v => v.IsPolling),
        ("token", v => !v.AnyLineIs(PollState.TokenRefused)),
        ("only-poller", v => !v.AnyLineIs(PollState.TokenUsedElsewhere)),
        ("roster", v => v.IsRosterWell),
        ("room", v => v.HasRoom),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(c => c.Word)];

    /// <summary>Telegram has answered each bot, well or not, and the figures were taken once.</summary>
    public bool HasStarted => round.Last is not null && !AnyLineIs(PollState.Starting);

    private bool IsStoreWell => probe.IsWell;

    private bool IsPolling => round.SinceGoodPoll < PollPatience && parts.Lines.All(l => l.Health.LastGood > 0);

    private bool HasRoom => parts.Store.HasRoom;

    private bool IsRosterWell
    {
        get
        {
            var (roster, today) = (parts.Roster.Value, Day.Today(parts.Time));
            return today <= roster.NotAfter && roster.Members.Where(m => m.IsRecipient).Select(m => m.Desk).Distinct().All(d => roster.RecipientsFor(d, today) is not null);
        }
    }

    /// <summary>Empty: ready.</summary>
    public IReadOnlyList<string> Failing() => [.. All.Where(c => !c.Holds(this)).Select(c => c.Word)];

    private bool AnyLineIs(PollState state) => parts.Lines.Any(l => l.Health.State == state);
}
