namespace IntakeBot.Core.Sealing;

/// <summary>A row as it is stored and sent to desks: sealed bytes, an id, a version and a day. Nothing else may be stored.</summary>
public abstract class SealedRow
{
    private protected const int HeadSize = 2 + Sixteen.Size + Sixteen.Size + Day.Size;

    private protected SealedRow()
    {
    }

    public abstract RowKind Kind { get; }

    public required Place Place { get; init; }

    public required RowVersion Version { get; init; }

    /// <summary>The last day on which the row is kept.</summary>
    public required Day Expires { get; init; }

    /// <summary>Bytes of <see cref="Encode"/>; the same for all rows of a kind, cold ones as long as the roster has as many places.</summary>
    internal int EncodedSize() => HeadSize + BodySize + Hash.Size;

    private protected abstract int BodySize { get; }

    /// <summary>version 1 ‖ kind 1 ‖ place 16 ‖ row version 16 ‖ expiry day 2 ‖ body ‖ row hash 32.</summary>
    public byte[] Encode()
    {
        var bytes = new byte[EncodedSize()];
        WriteHead(bytes);
        WriteBody(bytes.AsSpan(HeadSize, BodySize));
        Hash.Fill(bytes.AsSpan(HeadSize + BodySize), [], "row", bytes.AsSpan(0, HeadSize + BodySize));
        return bytes;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write: length, version, kind or row hash.</summary>
    public static SealedRow? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadSize + Hash.Size || bytes[0] != Format.Version)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[Hash.Size];
        Hash.Fill(hash, [], "row", bytes[..^Hash.Size]);
        if (!hash.SequenceEqual(bytes[^Hash.Size..]))
        {
            return null;
        }

        var place = Place.Read(bytes[2..]);
        var version = RowVersion.Read(bytes[18..]);
        var expires = new Day(System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(bytes[34..]));
        var body = bytes[HeadSize..^Hash.Size];
        return (RowKind)bytes[1] switch
        {
            RowKind.Hot => HotRow.ReadBody(place, version, expires, body),
            RowKind.Cold => ColdRow.ReadBody(place, version, expires, body),
            RowKind.Mailbox => Mailbox.ReadBody(place, version, expires, body),
            RowKind.Tombstone => Tombstone.ReadBody(place, version, expires, body),
            RowKind.Event => EventRow.ReadBody(place, version, expires, body),
            _ => null,
        };
    }

    public sealed override string ToString() => $"{Kind} row {Place}";

    /// <summary>The first 36 bytes of the encoded row.</summary>
    internal byte[] Head()
    {
        var bytes = new byte[HeadSize];
        WriteHead(bytes);
        return bytes;
    }

    private protected abstract void WriteBody(Span<byte> body);

    private void WriteHead(Span<byte> bytes)
    {
        bytes[0] = Format.Version;
        bytes[1] = (byte)Kind;
        Place.CopyTo(bytes[2..]);
        Version.CopyTo(bytes[18..]);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(bytes[34..], Expires.Number);
    }
}
