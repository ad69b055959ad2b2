namespace IntakeBot.Core.Reading;

/// <summary>Where a desk stands with the server. <paramref name="Done"/> of <paramref name="Total"/> rows were fetched in a catch-up; both 0 where there is none.</summary>
public sealed record SyncState(SyncOutcome Outcome, int Done, int Total)
{
    public static SyncState Begin { get; } = new(SyncOutcome.None, 0, 0);

    /// <summary>When a round last ended well; in memory only.</summary>
    public DateTimeOffset? Answered { get; init; }

    public bool IsCatchingUp => Done < Total;
}
