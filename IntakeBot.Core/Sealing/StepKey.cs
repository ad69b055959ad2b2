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

    /// <summary>Says nothing: a key belongs in no log.</summary>
    public override string ToString() => nameof(StepKey);
}
