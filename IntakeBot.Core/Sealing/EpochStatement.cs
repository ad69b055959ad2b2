using System.Buffers.Binary;

namespace IntakeBot.Core.Sealing;

/// <summary>A member's word for a public key of one epoch: Ed25519, purpose "epoch key", over epoch 4 ‖ key 1216.</summary>
public sealed record EpochStatement(uint Epoch, RecipientKey Key, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Of <see cref="Encode"/>: key 1216 ‖ signature 64. The epoch stands beside it.</summary>
    public const int Size = RecipientKey.Size + VerifyKey.SignatureSize;

    private const string Purpose = "epoch key";

    public static EpochStatement Sign(SigningKey member, uint epoch, RecipientKey key) =>
        new(epoch, key, member.Sign(Purpose, Message(epoch, key)));

    public bool IsBy(VerifyKey member) => member.Verifies(Signature.Span, Purpose, Message(Epoch, Key));

    public byte[] Encode() => [.. Key.Bytes, .. Signature.Span];

    /// <summary>Null for another length, and for a key that nobody could seal to.</summary>
    public static EpochStatement? Decode(uint epoch, ReadOnlySpan<byte> body) =>
        body.Length == Size && RecipientKey.Read(body[..RecipientKey.Size]) is { } key && Stanza.CanSealTo(key)
            ? new(epoch, key, body[RecipientKey.Size..].ToArray())
            : null;

    private static byte[] Message(uint epoch, RecipientKey key)
    {
        var message = new byte[4 + RecipientKey.Size];
        BinaryPrimitives.WriteUInt32BigEndian(message, epoch);
        key.Bytes.CopyTo(message.AsSpan(4));
        return message;
    }
}
