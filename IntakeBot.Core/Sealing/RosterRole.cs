namespace IntakeBot.Core.Sealing;

/// <summary>What a member may do. An auditor gets no stanza and so opens nothing.</summary>
public enum RosterRole
{
    Staff,
    Lead,
    Auditor,
}
