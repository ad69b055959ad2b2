namespace IntakeBot.Core.Sealing;

/// <summary>Where a stored thing is looked for.</summary>
public enum StoredIn
{
    /// <summary>A property of an encoded row.</summary>
    Row,

    /// <summary>A field of the database: collection and name.</summary>
    Database,

    /// <summary>A file of the data folder. Parts in capitals stand for what differs.</summary>
    File,
}
