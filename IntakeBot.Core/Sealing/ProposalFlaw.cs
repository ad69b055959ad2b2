namespace IntakeBot.Core.Sealing;

/// <summary>Why what is wished cannot be done to a roster.</summary>
public enum ProposalFlaw
{
    /// <summary>Not made of a-z, 0-9 and -, or too long.</summary>
    NotAName,
    PseudonymTaken,
    KeyTaken,
    NotAMember,
    NoSuchDesk,
}
