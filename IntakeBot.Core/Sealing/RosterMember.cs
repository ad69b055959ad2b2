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

    /// <summary>The day on which this signing key came to this place. What was sealed in a later epoch has its stanza already.</summary>
    public required Day Since { get; init; }

    /// <summary>Epoch → key, each stated by the member. An auditor's are for memos alone, and may be none.</summary>
    public required IReadOnlyDictionary<uint, RecipientKey> EpochKeys { get; init; }

    public bool IsRecipient => Role != RosterRole.Auditor;

    internal bool HasSameKeys(RosterMember other) =>
        EpochKeys.Count == other.EpochKeys.Count
        && EpochKeys.All(e => other.EpochKeys.TryGetValue(e.Key, out var key) && key.Bytes.SequenceEqual(e.Value.Bytes));

    public override string ToString() => $"{Pseudonym} at place {Place}";
}
