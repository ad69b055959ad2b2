using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>k: opens the conversation's blob at one step, together with the server key. It steps forward by a hash and never back.</summary>
public readonly record struct StepKey(UInt128 Value)
{
    public static StepKey Draw() => new(Sixteen.Random());

    public static StepKey Read(ReadOnlySpan<byte> bytes) => new(Sixteen.Read(bytes));

    public StepKey Next()
    {
        Span<byte> key = stackalloc byte[Sixteen.Size];
        Span<byte> next = stackalloc byte[Hash.Size];
        CopyTo(key);
        Hash.Fill(next, key, "step", []);
        var stepped = Read(next);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(next);
        return stepped;
    }

    public void CopyTo(Span<byte> bytes) => Sixteen.Write(bytes, Value);

    /// <summary>32 bytes that the order of six last groups is drawn from: the same screen drawn again is the same screen.</summary>
    public byte[] Chance() => Hash.Of(ToArray(), "choices", []);

    /// <summary>
    /// L and k of the complaint door at this step, the same for a press that comes twice: day of <paramref name="from"/> 2 ‖ H(k,"door L")
    /// 14, and H(k,"door k") 16.
    /// </summary>
    public (Locator Locator, StepKey Key) Aside(Locator from)
    {
        var bytes = Hash.Of(ToArray(), "door L", []);
        BinaryPrimitives.WriteUInt16BigEndian(bytes, from.Drawn.Number);
        return (Locator.Read(bytes), Read(Hash.Of(ToArray(), "door k", [])));
    }

    /// <summary>Says nothing: a key belongs in no log.</summary>
    public override string ToString() => nameof(StepKey);

    /// <summary>Not zeroed afterwards: k came in a button's text, which is not either.</summary>
    private byte[] ToArray()
    {
        var bytes = new byte[Sixteen.Size];
        CopyTo(bytes);
        return bytes;
    }
}
