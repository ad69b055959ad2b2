namespace IntakeBot.Core.Sealing;

/// <summary>Where a stanza may be replaced: at the place of a present recipient, in rows from before that member's key counted.</summary>
public static class ResealRule
{
    /// <summary>False for a free place, an auditor's, and one whose member the row was sealed to when it was begun.</summary>
    public static bool Allows(Roster roster, byte rosterPlace, ColdRow row) =>
        rosterPlace < row.Places
        && roster.Members.FirstOrDefault(m => m.Place == rosterPlace) is { IsRecipient: true } member
        && row.Epoch <= roster.EpochOf(member.Since);
}
