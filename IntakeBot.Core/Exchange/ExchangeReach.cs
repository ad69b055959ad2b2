namespace IntakeBot.Core.Exchange;

/// <summary>
/// What came of asking the server once whether it is there. Only <see cref="Reachable"/> and <see cref="Newer"/> are the Exchange's own
/// signed word; whoever stands on the way can bring about each of the others.
/// </summary>
public abstract record ExchangeReach
{
    private ExchangeReach()
    {
    }

    /// <summary>It knows this member, and this program understands it.</summary>
    public sealed record Reachable : ExchangeReach;

    /// <summary>Nothing of it came back. <paramref name="Detail"/>: why, in English, without an address.</summary>
    public sealed record Away(AwayReason Reason, string Detail) : ExchangeReach;

    /// <summary>
    /// It lets nobody in, and the answer's unsigned date is more than five minutes off: a hint. <paramref name="By"/> is positive where
    /// this machine's clock is ahead.
    /// </summary>
    public sealed record ClockOff(TimeSpan By) : ExchangeReach;

    /// <summary>It lets nobody in although the clocks agree: this member was removed, or the server has another roster.</summary>
    public sealed record NotKnown : ExchangeReach;

    /// <summary>Something answered that the roster's Exchange key did not sign.</summary>
    public sealed record NotTheExchange : ExchangeReach;

    /// <summary>It signed an answer that this program cannot read: one of the two is of a newer version.</summary>
    public sealed record Newer : ExchangeReach;
}
