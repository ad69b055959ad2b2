namespace IntakeBot.Core.Conversations;

/// <summary>What has to be durable before the screen of a turn may be shown.</summary>
public enum Deed
{
    /// <summary>Nothing is stored.</summary>
    None,

    /// <summary>Consent: the intake's rows are made.</summary>
    Begin,

    /// <summary>One press: at most one slot is sealed, and the walk.</summary>
    Commit,

    /// <summary>Done: slots without an answer are sealed "empty", door and blob become random.</summary>
    Finish,

    /// <summary>Both rows of the intake are removed.</summary>
    Erase,

    /// <summary>Hide: nothing is read or written; the chat is cleaned and what was queued before draws nothing.</summary>
    Hide,
}
