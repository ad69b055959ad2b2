namespace IntakeBot.Core.Sealing;

/// <summary>
/// What a hot row is found by while its conversation is open: a keyed hash of the locator in the button.
/// Afterwards random bytes, so that nothing leads from a chat to the row.
/// </summary>
public readonly record struct Door(UInt128 Value)
{
    public static Door Random() => new(Sixteen.Random());

    public static Door Read(ReadOnlySpan<byte> bytes) => new(Sixteen.Read(bytes));

    public byte[] ToArray() => Sixteen.ToArray(Value);

    public void CopyTo(Span<byte> bytes) => Sixteen.Write(bytes, Value);

    /// <summary>Says nothing: a door belongs in no log.</summary>
    public override string ToString() => nameof(Door);
}
