using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The one owner of a secret: a pinned buffer, for keys in <see cref="KeyMemory"/>, zeroed at the end and refused afterwards, because what was sealed
/// under zeros would be open to all.
/// </summary>
internal sealed class SecretBytes : IDisposable
{
    private readonly PinnedBuffers? _spare;
    private readonly int _at;
    private readonly int _size;
    private byte[]? _bytes;

    public SecretBytes(int size)
    {
        _size = size;
        (_bytes, _at) = KeyMemory.Rent(size);
    }

    /// <summary>A buffer that is used again afterwards, for secrets of which there is one at every press.</summary>
    public SecretBytes(PinnedBuffers spare)
    {
        _spare = spare;
        _bytes = spare.Rent();
        _size = _bytes.Length;
    }

    public Span<byte> Span => _bytes is { } bytes ? bytes.AsSpan(_at, _size) : throw new ObjectDisposedException(nameof(SecretBytes));

    /// <summary>Takes <paramref name="bytes"/> over and zeroes them.</summary>
    public static SecretBytes Take(Span<byte> bytes, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, size);
        var secret = new SecretBytes(size);
        bytes.CopyTo(secret.Span);
        CryptographicOperations.ZeroMemory(bytes);
        return secret;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
        {
            CryptographicOperations.ZeroMemory(bytes.AsSpan(_at, _size));
            if (_spare is null)
            {
                KeyMemory.Return(bytes, _at);
            }
            else
            {
                _spare.Return(bytes);
            }
        }
    }

    public override string ToString() => nameof(SecretBytes);
}
