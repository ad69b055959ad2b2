namespace IntakeBot.Core.Hotline;

/// <summary>Whether a typed code goes on to Argon2id.</summary>
public enum CodeVerdict
{
    None = 0,

    /// <summary>It goes on, and was counted.</summary>
    Admitted = 1,

    /// <summary>Its check digit is wrong: said at once, and counted nowhere.</summary>
    Mistyped = 2,

    /// <summary>This chat has typed as many as it may.</summary>
    TooOften = 3,

    /// <summary>All chats together have, or too many wait.</summary>
    Busy = 4,
}
