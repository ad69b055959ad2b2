namespace IntakeBot.Core.Sealing;

/// <summary>The random id of an intake's rows, drawn at consent and never changed. Known to server, desks and tombstones; to nobody's chat.</summary>
public readonly record struct Place(UInt128 Value)
{
    public static Place Random() => new(Sixteen.Random());

    public static Place Read(ReadOnlySpan<byte> bytes) => new(Sixteen.Read(bytes));

    public static bool TryParse(string text, out Place place)
    {
        var read = Sixteen.TryParse(text, out var value);
        place = new(value);
        return read;
    }

    public byte[] ToArray() => Sixteen.ToArray(Value);

    public void CopyTo(Span<byte> bytes) => Sixteen.Write(bytes, Value);

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Sixteen.ToText(Value);
}
