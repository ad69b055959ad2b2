using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The one owner of a secret: a pinned buffer, zeroed at the end and refused afterwards, because what was sealed under zeros would
/// be open to all.
/// </summary>
internal sealed class SecretBytes : IDisposable
{
    private readonly PinnedBuffers? _spare;
    private byte[]? _bytes;

    public SecretBytes(int size) => _bytes = GC.AllocateArray<byte>(size, pinned: true);

    /// <summary>A buffer that is used again afterwards, for secrets of which there is one at every press.</summary>
    public SecretBytes(PinnedBuffers spare) => (_spare, _bytes) = (spare, spare.Rent());

    public Span<byte> Span => _bytes ?? throw new ObjectDisposedException(nameof(SecretBytes));

    /// <summary>Takes <paramref name="bytes"/> over and zeroes them.</summary>
    public static SecretBytes Take(Span<byte> bytes, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, size);
        var secret = new SecretBytes(size);
        bytes.CopyTo(secret._bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return secret;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
        {
            CryptographicOperations.ZeroMemory(bytes);
            _spare?.Return(bytes);
        }
    }

    public override string ToString() => nameof(SecretBytes);
}
