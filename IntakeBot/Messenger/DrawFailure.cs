namespace IntakeBot.Messenger;

/// <summary>What a refused call means.</summary>
internal abstract record DrawFailure
{
    private DrawFailure()
    {
    }

    /// <summary>"Message is not modified": an earlier try had arrived.</summary>
    public sealed record AlreadyDrawn : DrawFailure;

    /// <summary>The message is gone or cannot be edited: a fresh one is sent.</summary>
    public sealed record ScreenGone : DrawFailure;

    /// <summary>"Query is too old or query ID is invalid": answered before, or pressed long ago.</summary>
    public sealed record TooOld : DrawFailure;

    /// <summary>429: nobody draws before <paramref name="Wait"/> is over.</summary>
    public sealed record Slow(TimeSpan Wait) : DrawFailure;

    /// <summary>Network, time-out or 5xx: tried again.</summary>
    public sealed record Away : DrawFailure;

    /// <summary>Blocked or deactivated: nothing more is done in this chat, and nothing is said of it.</summary>
    public sealed record Blocked : DrawFailure;

    /// <summary>Refused for good.</summary>
    public sealed record Final : DrawFailure;
}
