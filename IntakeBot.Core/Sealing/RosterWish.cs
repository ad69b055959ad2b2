namespace IntakeBot.Core.Sealing;

/// <summary>What a <see cref="RosterProposal"/> asks for.</summary>
public enum RosterWish
{
    Add,
    Remove,

    /// <summary>Another key for a member who lost hers.</summary>
    Replace,
}
