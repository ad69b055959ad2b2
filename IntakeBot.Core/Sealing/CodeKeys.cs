using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// What a receipt code opens, derived by Argon2id and the server key: the mailbox's tag, the key pair of its replies and the key of its
/// box. Each comes under a label of its own; none leads back to the code.
/// </summary>
public sealed class CodeKeys : IDisposable
{
    private readonly SecretBytes _box = new(Hash.Size);

    private CodeKeys(MailboxTag tag, ReadOnlySpan<byte> root)
    {
        Tag = tag;
        Span<byte> seed = stackalloc byte[EpochSecret.SeedSize];
        Hash.Fill(seed, root, "reply key", []);
        Hash.Fill(_box.Span, root, "mailbox box", []);
        Reply = new(seed);
    }

    public MailboxTag Tag { get; }

    /// <summary>Opens the replies; its public half is in the mailbox.</summary>
    internal EpochSecret Reply { get; }

    internal ReadOnlySpan<byte> Box => _box.Span;

    /// <summary>Costs what <paramref name="profile"/> says: never on the way of a press.</summary>
    public static CodeKeys Derive(ReceiptCode code, ServerKey server, ArgonProfile profile)
    {
        Span<byte> digits = stackalloc byte[ReceiptCode.Length];
        Span<byte> secret = stackalloc byte[Hash.Size];
        Span<byte> salt = stackalloc byte[Argon.SaltSize];
        Span<byte> root = stackalloc byte[Hash.Size];
        Span<byte> tag = stackalloc byte[Hash.Size];
        try
        {
            code.CopyDigitsTo(digits);
            server.CodeSecretOf(secret, salt, digits);
            Argon.Fill(root, secret, salt, profile);
            Hash.Fill(tag, root, "mailbox tag", []);
            return new(MailboxTag.Read(tag), root);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(digits);
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(root);
        }
    }

    /// <summary>Keys of no code at all: nobody opens what is sealed with them.</summary>
    internal static CodeKeys ThrowAway()
    {
        Span<byte> root = stackalloc byte[Hash.Size];
        RandomNumberGenerator.Fill(root);
        var keys = new CodeKeys(MailboxTag.Random(), root);
        CryptographicOperations.ZeroMemory(root);
        return keys;
    }

    public void Dispose()
    {
        Reply.Dispose();
        _box.Dispose();
    }

    public override string ToString() => nameof(CodeKeys);
}
