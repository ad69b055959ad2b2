namespace IntakeBot.Core.Sealing;

/// <summary>One person of the roster, under a pseudonym.</summary>
public sealed record RosterMember
{
    /// <summary>Index of the stanza that is this member's; not reused for 180 days.</summary>
    public required byte Place { get; init; }

    public required string Pseudonym { get; init; }

    public required RosterRole Role { get; init; }

    public required string Desk { get; init; }

    public required VerifyKey SigningKey { get; init; }

    /// <summary>True for a key that lies in a safe, for the day when the others are lost. It is a recipient like any other.</summary>
    public required bool Recovery { get; init; }

    /// <summary>Epoch → key, each stated by the member; empty for an auditor.</summary>
    public required IReadOnlyDictionary<uint, RecipientKey> EpochKeys { get; init; }

    public bool IsRecipient => Role != RosterRole.Auditor;

    public override string ToString() => $"{Pseudonym} at place {Place}";
}
