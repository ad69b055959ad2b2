using System.Security.Cryptography;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Bytes that are the same at every run, and what tests do to bytes.</summary>
internal static class Fixed
{
    /// <summary>Thirty-two, from a name.</summary>
    public static byte[] Bytes(string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"IntakeBot vector {name}"));

    public static byte[] Bytes(string name, int count) =>
        [.. Enumerable.Range(0, (count + 31) / 32).SelectMany(i => Bytes($"{name} {i}")).Take(count)];

    /// <summary>Another row whose hash is right: what fails now lies deeper.</summary>
    public static byte[] Rehashed(byte[] row) => [.. row[..^Hash.Size], .. Hash.Of([], "row", row.AsSpan(0, row.Length - Hash.Size))];

    /// <summary>A copy with <paramref name="value"/> at <paramref name="at"/>.</summary>
    public static byte[] Put(byte[] bytes, int at, params byte[] value)
    {
        byte[] copy = [.. bytes];
        value.CopyTo(copy, at);
        return copy;
    }

    public static byte[] Flip(byte[] bytes, int at) => RowCase.Flipped(bytes, at);

    public static byte[] Box(byte[] plaintext, byte[] associated, byte[] key)
    {
        var box = new byte[plaintext.Length + Aead.Overhead];
        Aead.Seal(box, plaintext, associated, key);
        return box;
    }
}
