namespace IntakeBot.Core.Reading;

/// <summary>How a desk's last round with the server ended. Whatever it is, what is cached can be read, and the next round comes at its time.</summary>
public enum SyncOutcome
{
    /// <summary>No round has ended yet.</summary>
    None = 0,

    Done,

    /// <summary>Nobody answers at the address, or not in time.</summary>
    Away,

    /// <summary>What answers does not know this member: by its roster, or because the clocks differ.</summary>
    Refused,

    /// <summary>What answers is not the roster's Exchange, or of another version.</summary>
    Unreadable,

    /// <summary>The server answered, and this machine's disk does not take it; rows that were erased may still lie on it.</summary>
    NotWritten,
}
