namespace IntakeBot.Messenger;

/// <summary>What became of a piece of work.</summary>
internal enum Course
{
    Done = 0,

    /// <summary>Not yet: it must wait, or a Hide came in between.</summary>
    Again = 1,

    /// <summary>She has blocked the bot or is gone: the rest is left undone.</summary>
    Over = 2,
}
