namespace IntakeBot.Core.Sealing;

/// <summary>
/// A case event, sealed: as long as a hot row, whatever it says. It is written once and never changed, and has nothing that leads to an intake: its
/// place follows from A, and its last day from the day on which it was written.
/// </summary>
public sealed class EventRow : SealedRow
{
    /// <summary>Bytes of the encoded row.</summary>
    public const int Size = HeadSize + Format.EventBoxSize + Hash.Size;

    public override RowKind Kind => RowKind.Event;

    /// <summary>Opens with the intake's seed; bound to all that stands before it in the row.</summary>
    public required byte[] Box
    {
        get;
        init => field = value.Length == Format.EventBoxSize
            ? value : throw new ArgumentException($"{Format.EventBoxSize} bytes are needed, not {value.Length}.", nameof(value));
    }

    private protected override int BodySize => Format.EventBoxSize;

    internal static EventRow? ReadBody(Place place, RowVersion version, Day expires, ReadOnlySpan<byte> body) =>
        body.Length != Format.EventBoxSize ? null : new() { Place = place, Version = version, Expires = expires, Box = body.ToArray() };

    private protected override void WriteBody(Span<byte> body) => Box.CopyTo(body);
}
