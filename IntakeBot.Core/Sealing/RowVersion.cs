namespace IntakeBot.Core.Sealing;

/// <summary>A fresh random value with every write of a row: equal means unchanged, and nothing can be counted from it.</summary>
public readonly record struct RowVersion(UInt128 Value)
{
    public static RowVersion Random() => new(Sixteen.Random());

    public static RowVersion Read(ReadOnlySpan<byte> bytes) => new(Sixteen.Read(bytes));

    public static bool TryParse(string text, out RowVersion version)
    {
        var read = Sixteen.TryParse(text, out var value);
        version = new(value);
        return read;
    }

    public byte[] ToArray() => Sixteen.ToArray(Value);

    public void CopyTo(Span<byte> bytes) => Sixteen.Write(bytes, Value);

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Sixteen.ToText(Value);
}
