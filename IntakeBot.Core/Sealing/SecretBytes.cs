using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The one owner of a secret: a pinned buffer, zeroed at the end and refused afterwards, because what was sealed under zeros would
/// be open to all.
/// </summary>
internal sealed class SecretBytes(int size) : IDisposable
{
    private readonly byte[] _bytes = GC.AllocateArray<byte>(size, pinned: true);
    private bool _isForgotten;

    public Span<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isForgotten, this);
            return _bytes;
        }
    }

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
        _isForgotten = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }

    public override string ToString() => nameof(SecretBytes);
}
