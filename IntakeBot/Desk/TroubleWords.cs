using System.Globalization;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;

namespace IntakeBot.Desk;

/// <summary>What is wrong between desk and server, and what to do, in one line.</summary>
internal sealed class TroubleWords(DeskWords words)
{
    /// <summary>Null where all is well, or nothing was tried yet.</summary>
    public string? Of(OpenDesk desk) => desk.Sync?.State.Outcome switch
    {
        null => null,
        SyncOutcome.None or SyncOutcome.Done when desk.Server!.HasOtherKeys => words[Phrase.TroubleOtherKeys],
        SyncOutcome.None or SyncOutcome.Done => desk.Server!.HasNewRoster ? words[Phrase.NewRoster] : null,
        SyncOutcome.NotWritten => words[Phrase.TroubleDisk],
        SyncOutcome.Away => words[Phrase.TroubleAway],

        // The Exchange signed a list that this program reads, and something behind it that it does not.
        SyncOutcome.Unreadable when desk.Server!.Reach is ExchangeReach.Reachable => words[Phrase.TroubleNewer],
        _ => Of(desk.Server!.Reach) ?? words[Phrase.TroubleRefused],
    };

    /// <summary>Null where it can be reached.</summary>
    public string? Of(ExchangeReach? reach) => reach switch
    {
        ExchangeReach.Away => words[Phrase.TroubleAway],
        ExchangeReach.ClockOff clock => words.With(Phrase.TroubleClock, Math.Abs(Math.Round(clock.By.TotalMinutes)).ToString(CultureInfo.InvariantCulture)),
        ExchangeReach.NotKnown => words[Phrase.TroubleRemoved],
        ExchangeReach.NotTheExchange => words[Phrase.TroubleStranger],
        ExchangeReach.Newer => words[Phrase.TroubleNewer],
        _ => null,
    };
}
