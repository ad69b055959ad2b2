namespace IntakeBot.Messenger;

/// <summary>What a refused drawing means.</summary>
internal abstract record DrawFailure
{
    private DrawFailure()
    {
    }

    /// <summary>"Message is not modified": an earlier try had arrived.</summary>
    public sealed record AlreadyDrawn : DrawFailure;

    /// <summary>The message is gone or cannot be edited: a fresh one is sent.</summary>
    public sealed record ScreenGone : DrawFailure;

    /// <summary>429: nobody draws before <paramref name="Wait"/> is over.</summary>
    public sealed record Slow(TimeSpan Wait) : DrawFailure;

    /// <summary>Network, time-out or 5xx: tried again.</summary>
    public sealed record Away : DrawFailure;

    /// <summary>Blocked, deactivated, or refused for good: nothing more is done.</summary>
    public sealed record Final : DrawFailure;
}
