using System.Buffers.Binary;

namespace IntakeBot.Core.Sealing;

/// <summary>The row that opens an intake for the staff: one stanza at every place of the roster. No press writes it.</summary>
public sealed class ColdRow : SealedRow
{
    /// <summary>epoch 4 ‖ remove hash 32 ‖ extend hash 32 ‖ number of places 1.</summary>
    private const int FixedSize = 4 + Hash.Size + Hash.Size + 1;

    public override RowKind Kind => RowKind.Cold;

    /// <summary>The roster's epoch whose keys the stanzas are sealed to.</summary>
    public required uint Epoch { get; init; }

    /// <summary>H of the token with which who has opened the intake may remove it.</summary>
    public required byte[] RemoveHash { get; init => field = Hashed(value); }

    /// <summary>H of the token with which who has opened the intake may keep it longer or re-seal it to a new member.</summary>
    public required byte[] ExtendHash { get; init => field = Hashed(value); }

    /// <summary>All stanzas, <see cref="Format.StanzaSize"/> bytes each, in the order of the roster's places: 4, 8, 16 or 32.</summary>
    public required byte[] Stanzas
    {
        get;
        init => field = value.Length % Format.StanzaSize == 0 && IsPlaceCount(value.Length / Format.StanzaSize)
            ? value : throw new ArgumentException("There are 4, 8, 16 or 32 whole stanzas.", nameof(value));
    }

    public int Places => Stanzas.Length / Format.StanzaSize;

    private protected override int BodySize => FixedSize + Stanzas.Length;

    /// <summary>The stanza at a place of the roster.</summary>
    public ReadOnlySpan<byte> StanzaAt(int rosterPlace) => Stanzas.AsSpan(rosterPlace * Format.StanzaSize, Format.StanzaSize);

    /// <summary>The same row with another stanza at one place, under a new version.</summary>
    public ColdRow WithStanza(int rosterPlace, ReadOnlySpan<byte> stanza)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(stanza.Length, Format.StanzaSize);
        var stanzas = Stanzas.ToArray();
        stanza.CopyTo(stanzas.AsSpan(rosterPlace * Format.StanzaSize));
        return WithStanzas(stanzas);
    }

    /// <summary>The same row with these stanzas, under a new version.</summary>
    internal ColdRow WithStanzas(byte[] stanzas) => With(stanzas, Expires);

    /// <summary>The same row with another last day, under a new version.</summary>
    internal ColdRow EndingOn(Day last) => With(Stanzas, last);

    internal static bool IsPlaceCount(int places) => places is 4 or 8 or 16 or 32;

    internal static ColdRow? ReadBody(Place place, RowVersion version, Day expires, ReadOnlySpan<byte> body)
    {
        if (body.Length < FixedSize || !IsPlaceCount(body[FixedSize - 1])
            || body.Length != FixedSize + (body[FixedSize - 1] * Format.StanzaSize))
        {
            return null;
        }

        return new ColdRow
        {
            Place = place,
            Version = version,
            Expires = expires,
            Epoch = BinaryPrimitives.ReadUInt32BigEndian(body),
            RemoveHash = body.Slice(4, Hash.Size).ToArray(),
            ExtendHash = body.Slice(4 + Hash.Size, Hash.Size).ToArray(),
            Stanzas = body[FixedSize..].ToArray(),
        };
    }

    private protected override void WriteBody(Span<byte> body)
    {
        BinaryPrimitives.WriteUInt32BigEndian(body, Epoch);
        RemoveHash.CopyTo(body[4..]);
        ExtendHash.CopyTo(body[(4 + Hash.Size)..]);
        body[FixedSize - 1] = checked((byte)Places);
        Stanzas.CopyTo(body[FixedSize..]);
    }

    private ColdRow With(byte[] stanzas, Day expires) => new()
    {
        Place = Place,
        Version = RowVersion.Random(),
        Expires = expires,
        Epoch = Epoch,
        RemoveHash = RemoveHash,
        ExtendHash = ExtendHash,
        Stanzas = stanzas,
    };

    private static byte[] Hashed(byte[] value) =>
        value.Length == Hash.Size ? value : throw new ArgumentException($"A hash has {Hash.Size} bytes, not {value.Length}.", nameof(value));
}
