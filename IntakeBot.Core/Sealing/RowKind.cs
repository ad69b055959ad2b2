namespace IntakeBot.Core.Sealing;

/// <summary>Second byte of an encoded row.</summary>
public enum RowKind
{
    None = 0,
    Cold = 'C',
    Hot = 'H',
    Mailbox = 'M',
    Tombstone = 'T',

    /// <summary>A case event.</summary>
    Event = 'V',
}
