namespace IntakeBot.Core.Intakes;

/// <content>Replies: what is written here is their name, never their text in the open.</content>
public abstract partial record EventBody
{
    /// <summary>A reply that waits for a second member: all that is needed to read it, check it and sign it. <paramref name="Name"/> is what it is called from then on.</summary>
    public sealed record ReplyDrafted(ulong Name, ReadOnlyMemory<byte> Draft) : EventBody
    {
        public ReadOnlyMemory<byte> Draft { get; } = Draft.Length == DraftSize
            ? Draft : throw new ArgumentException($"A draft has {DraftSize} bytes, not {Draft.Length}.", nameof(Draft));

        public override byte Kind => 4;

        internal override byte[] Encode() => [.. EncodeName(Name), .. Draft.Span];
    }

    /// <summary>The reply of that name was put into her mailbox.</summary>
    public sealed record ReplySent(ulong Name) : EventBody
    {
        public override byte Kind => 5;

        internal override byte[] Encode() => EncodeName(Name);
    }

    /// <summary>The reply of that name is not to be sent.</summary>
    public sealed record ReplyWithdrawn(ulong Name) : EventBody
    {
        public override byte Kind => 6;

        internal override byte[] Encode() => EncodeName(Name);
    }
}
