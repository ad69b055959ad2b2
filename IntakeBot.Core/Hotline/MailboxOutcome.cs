namespace IntakeBot.Core.Hotline;

/// <summary>What came of a press in a mailbox.</summary>
internal enum MailboxOutcome
{
    None = 0,

    /// <summary>It is on the disk, or there was nothing to write.</summary>
    Done = 1,

    /// <summary>Her answers are here no more, or were changed as often as they may be: nothing can be added.</summary>
    Gone = 2,
}
