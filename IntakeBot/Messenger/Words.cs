namespace IntakeBot.Messenger;

/// <summary>What a message is to us.</summary>
internal enum Words
{
    /// <summary>Words, pictures, anything: deleted, and what it was is forgotten here.</summary>
    Other,
    Start,
    Hide,

    /// <summary>/privacy, which Telegram asks every bot to answer.</summary>
    Privacy,

    /// <summary>/what-we-keep; Telegram's list of commands takes no dash, so /what_we_keep too.</summary>
    Kept,

    /// <summary>Not from her but from Telegram, because she pinned something, set a timer and the like: deleted, and nothing is said.</summary>
    Notice,
}
