using System.Buffers.Binary;

namespace IntakeBot.Core.Sealing;

/// <summary>A member's word for a public key of one epoch: Ed25519, purpose "epoch key", over epoch 4 ‖ key 1216.</summary>
public sealed record EpochStatement(uint Epoch, RecipientKey Key, ReadOnlyMemory<byte> Signature)
{
    private const string Purpose = "epoch key";

    public static EpochStatement Sign(SigningKey member, uint epoch, RecipientKey key) =>
        new(epoch, key, member.Sign(Purpose, Message(epoch, key)));

    public bool IsBy(VerifyKey member) => member.Verifies(Signature.Span, Purpose, Message(Epoch, Key));

    private static byte[] Message(uint epoch, RecipientKey key)
    {
        var message = new byte[4 + RecipientKey.Size];
        BinaryPrimitives.WriteUInt32BigEndian(message, epoch);
        key.Bytes.CopyTo(message.AsSpan(4));
        return message;
    }
}
