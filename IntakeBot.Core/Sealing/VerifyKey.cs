using System.Buffers.Text;
using System.Text;

namespace IntakeBot.Core.Sealing;

/// <summary>An Ed25519 public key, 32 bytes; as text 43 characters of base64url.</summary>
public sealed class VerifyKey : IEquatable<VerifyKey>
{
    public const int Size = Sodium.crypto_sign_PUBLICKEYBYTES;
    public const int SignatureSize = Sodium.crypto_sign_BYTES;

    private readonly byte[] _bytes;

    private VerifyKey(byte[] bytes) => _bytes = bytes;

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Null for another length or all zero.</summary>
    public static VerifyKey? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size && bytes.ContainsAnyExcept((byte)0) ? new(bytes.ToArray()) : null;

    /// <summary>Null for anything that <see cref="ToString"/> does not write.</summary>
    public static VerifyKey? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[Size];
        return text.Length == 43 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var read) && read == Size
            && Read(bytes) is { } key && key.ToString() == text ? key : null;
    }

    public bool Verifies(ReadOnlySpan<byte> signature, string purpose, ReadOnlySpan<byte> message) =>
        VerifiesRaw(signature, Frame(purpose, message));

    public bool VerifiesRaw(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> message)
    {
        _ = Sodium.LibraryVersion;
        return signature.Length == SignatureSize
            && Sodium.crypto_sign_verify_detached(signature, message, (ulong)message.Length, _bytes) == 0;
    }

    public bool Equals(VerifyKey? other) => other is not null && Bytes.SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => Equals(obj as VerifyKey);

    public override int GetHashCode() => BitConverter.ToInt32(_bytes);

    public override string ToString() => Base64Url.EncodeToString(_bytes);

    internal static byte[] Frame(string purpose, ReadOnlySpan<byte> message) => [.. Encoding.ASCII.GetBytes($"IntakeBot {purpose} v1"), 0, .. message];
}
