namespace IntakeBot.Messenger;

/// <summary>What a message is to us.</summary>
internal enum Words
{
    /// <summary>Words, pictures, anything: deleted, and what it was is forgotten here.</summary>
    Other,
    Start,
    Hide,
}
