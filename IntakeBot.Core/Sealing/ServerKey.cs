using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The server's one secret, 32 bytes, and the four keys derived from it. It finds rows and opens the state of a conversation
/// whose newest button is at hand; it opens no answer. Without it open conversations and receipt codes die.
/// </summary>
public sealed class ServerKey : IDisposable
{
    public const int Size = 32;

    private readonly byte[] _mac = GC.AllocateUninitializedArray<byte>(Hash.Size, pinned: true);
    private readonly byte[] _door = GC.AllocateUninitializedArray<byte>(Hash.Size, pinned: true);
    private readonly byte[] _state = GC.AllocateUninitializedArray<byte>(Hash.Size, pinned: true);
    private readonly byte[] _pepper = GC.AllocateUninitializedArray<byte>(Hash.Size, pinned: true);

    public ServerKey(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, Size);
        Hash.Fill(_mac, secret, "mac", []);
        Hash.Fill(_door, secret, "door", []);
        Hash.Fill(_state, secret, "state", []);
        Hash.Fill(_pepper, secret, "pepper", []);
    }

    /// <summary>Key of the receipt codes' Argon2id.</summary>
    internal ReadOnlySpan<byte> Pepper => _pepper;

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_mac);
        CryptographicOperations.ZeroMemory(_door);
        CryptographicOperations.ZeroMemory(_state);
        CryptographicOperations.ZeroMemory(_pepper);
    }

    public override string ToString() => nameof(ServerKey);

    public Door DoorOf(Locator locator)
    {
        Span<byte> bytes = stackalloc byte[Sixteen.Size];
        locator.CopyTo(bytes);
        Span<byte> hash = stackalloc byte[Hash.Size];
        Hash.Fill(hash, _door, "door", bytes);
        return Door.Read(hash);
    }

    internal void MacOf(Span<byte> mac, ReadOnlySpan<byte> message) => Hash.Fill(mac, _mac, "token", message);

    internal void BlobKeyOf(Span<byte> blobKey, StepKey key)
    {
        Span<byte> bytes = stackalloc byte[Sixteen.Size];
        key.CopyTo(bytes);
        Hash.Fill(blobKey, _state, "blob", bytes);
        bytes.Clear();
    }
}
