namespace IntakeBot.Messenger;

/// <summary>What a message is to us.</summary>
internal enum Words
{
    /// <summary>Words, pictures, anything: deleted, and what it was is forgotten here.</summary>
    Other,
    Start,
    Hide,

    /// <summary>Not from her but from Telegram, because she pinned something, set a timer and the like: deleted, and nothing is said.</summary>
    Notice,
}
