namespace IntakeBot.Core.Exchange;

/// <summary>
/// What the Exchange counts: no removals, so that on the disk an intake that staff removed and one that its person erased look the same. The numbers stand in the log's bytes; none is ever given another meaning.
/// </summary>
public enum ExchangeLogKind
{
    /// <summary>What was here could not be read, or did not fit, and the log begins anew. Of no member.</summary>
    BegunAnew = 0,

    /// <summary>Rows that were fetched, like the four that follow.</summary>
    ColdRows = 1,
    HotRows = 2,
    Mailboxes = 3,
    Tombstones = 4,

    /// <summary>Case events.</summary>
    Events = 5,

    /// <summary>Pages that list what is stored.</summary>
    Manifests = 6,
    Roster = 7,
    Questionnaire = 8,

    /// <summary>Pages of this log.</summary>
    Log = 9,
    StanzasPut = 10,
    RepliesPut = 11,

    EventsPut = 12,
    EpochKeysPut = 13,
}
