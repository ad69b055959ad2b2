namespace IntakeBot.Core.Sealing;

/// <summary>What a member file says of its owner: her signing key, and her signed word for the key of each epoch.</summary>
public sealed record StatedKeys(VerifyKey SigningKey, IReadOnlyList<EpochStatement> Statements)
{
    /// <summary>The member file again.</summary>
    public byte[] Encode() => MemberFile.Encode(SigningKey, Statements);

    public override string ToString() => Fingerprint.Of(SigningKey);
}
