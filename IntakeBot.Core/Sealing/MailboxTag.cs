namespace IntakeBot.Core.Sealing;

/// <summary>What a mailbox is found by when its code is typed. Only the code and the server key together give it.</summary>
public readonly record struct MailboxTag(UInt128 Value)
{
    public static MailboxTag Random() => new(Sixteen.Random());

    public static MailboxTag Read(ReadOnlySpan<byte> bytes) => new(Sixteen.Read(bytes));

    public byte[] ToArray() => Sixteen.ToArray(Value);

    public void CopyTo(Span<byte> bytes) => Sixteen.Write(bytes, Value);

    /// <summary>Says nothing: a tag belongs in no log.</summary>
    public override string ToString() => nameof(MailboxTag);
}
