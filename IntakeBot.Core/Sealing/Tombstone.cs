namespace IntakeBot.Core.Sealing;

/// <summary>
/// Where an intake was that the person erased: its place and a day, nothing else. Written in the commit that removes the rows, so
/// that desks delete what they have fetched and a restored backup does not bring it back.
/// </summary>
public sealed class Tombstone : SealedRow
{
    public override RowKind Kind => RowKind.Tombstone;

    /// <summary>The day on which she erased it.</summary>
    public Day Erased => new((ushort)Math.Max(0, Expires.Number - Format.TombstoneDays));

    private protected override int BodySize => 0;

    public static Tombstone Of(Place place, Day today) => new()
    {
        Place = place,
        Version = RowVersion.Random(),
        Expires = today.Plus(Format.TombstoneDays),
    };

    internal static Tombstone? ReadBody(Place place, RowVersion version, Day expires, ReadOnlySpan<byte> body) =>
        body.Length != 0 ? null : new() { Place = place, Version = version, Expires = expires };

    private protected override void WriteBody(Span<byte> body)
    {
    }
}
