using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The server's one secret, 32 bytes, and the four keys derived from it. It finds rows and opens the state of a conversation
/// whose newest button is at hand; it opens no answer. Without it open conversations and receipt codes die.
/// </summary>
public sealed class ServerKey : IDisposable
{
    public const int Size = 32;

    private readonly SecretBytes _mac = new(Hash.Size);
    private readonly SecretBytes _door = new(Hash.Size);
    private readonly SecretBytes _state = new(Hash.Size);
    private readonly SecretBytes _pepper = new(Hash.Size);

    public ServerKey(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, Size);
        Hash.Fill(_mac.Span, secret, "mac", []);
        Hash.Fill(_door.Span, secret, "door", []);
        Hash.Fill(_state.Span, secret, "state", []);
        Hash.Fill(_pepper.Span, secret, "pepper", []);
    }

    /// <summary>Key of the receipt codes' Argon2id.</summary>
    internal ReadOnlySpan<byte> Pepper => _pepper.Span;

    public void Dispose()
    {
        _mac.Dispose();
        _door.Dispose();
        _state.Dispose();
        _pepper.Dispose();
    }

    public override string ToString() => nameof(ServerKey);

    public Door DoorOf(Locator locator)
    {
        Span<byte> bytes = stackalloc byte[Sixteen.Size];
        locator.CopyTo(bytes);
        Span<byte> hash = stackalloc byte[Hash.Size];
        Hash.Fill(hash, _door.Span, "door", bytes);
        return Door.Read(hash);
    }

    /// <summary>Argon2id's password and salt for a receipt code: without this key a code cannot be guessed, whatever was copied.</summary>
    internal void CodeSecretOf(Span<byte> secret, Span<byte> salt, ReadOnlySpan<byte> digits)
    {
        Span<byte> hash = stackalloc byte[Hash.Size];
        Hash.Fill(secret, Pepper, "code", digits);
        Hash.Fill(hash, Pepper, "code salt", []);
        hash[..salt.Length].CopyTo(salt);
    }

    internal void MacOf(Span<byte> mac, ReadOnlySpan<byte> message) => Hash.Fill(mac, _mac.Span, "token", message);

    internal void BlobKeyOf(Span<byte> blobKey, StepKey key)
    {
        Span<byte> bytes = stackalloc byte[Sixteen.Size];
        key.CopyTo(bytes);
        Hash.Fill(blobKey, _state.Span, "blob", bytes);
        CryptographicOperations.ZeroMemory(bytes);
    }
}
