namespace IntakeBot.Core.Sealing;

/// <summary>Why a reply may not be put.</summary>
public enum ReplyRefusal
{
    /// <summary>It may.</summary>
    None = 0,

    /// <summary>Written too long ago or not yet, or the roster is past its last day.</summary>
    Day = 1,

    /// <summary>One of the signatures is not of the member at that place.</summary>
    Signature = 2,

    /// <summary>Too few members, too many, one of them twice, or of two desks.</summary>
    Approvals = 3,
}
