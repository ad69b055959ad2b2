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

    /// <summary>Done: slots without an answer are sealed "empty", and a receipt code is given.</summary>
    Finish,

    /// <summary>She has her code: door and blob become random.</summary>
    Take,

    /// <summary>She wants no code: it is taken back, then as <see cref="Take"/>.</summary>
    Refuse,

    /// <summary>Both rows of the intake are removed, and its mailbox.</summary>
    Erase,

    /// <summary>A mailbox: the reply that was read goes.</summary>
    Forget,

    /// <summary>A mailbox: one of the reserved slots is sealed.</summary>
    Add,

    /// <summary>A mailbox: a new code is prepared and shown; nothing is stored until she has it.</summary>
    Offer,

    /// <summary>A mailbox: she has the new code, and the old one dies.</summary>
    Renew,

    /// <summary>The mailbox is closed and its code forgotten.</summary>
    Close,

    /// <summary>Hide: nothing is read or written; the chat is cleaned and what was queued before draws nothing.</summary>
    Hide,
}
