using System.Diagnostics;
using IntakeBot.Core.Sealing;
using LiteDB;

namespace IntakeBot.Core.Storage;

/// <summary>
/// A sealed row as the engine keeps it. All documents of a kind have one size, so a row is always overwritten in place.
/// <code>_id place 16 | v version 16 | e expiry day | d door 16 (hot rows only, unique index) | t tag 16 (mailboxes only, index) | r the encoded row</code>
/// </summary>
internal static class RowDocument
{
    public const string Id = "_id";
    public const string Version = "v";
    public const string Expires = "e";
    public const string Door = "d";
    public const string Tag = "t";
    public const string Row = "r";

    public static IReadOnlyList<RowKind> Kinds { get; } = [RowKind.Cold, RowKind.Hot, RowKind.Mailbox, RowKind.Tombstone, RowKind.Event];

    public static string Collection(RowKind kind) => kind switch
    {
        RowKind.Cold => "cold",
        RowKind.Hot => "hot",
        RowKind.Mailbox => "mail",
        RowKind.Tombstone => "tomb",
        RowKind.Event => "event",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static RowKind KindOf<T>()
        where T : SealedRow =>
        typeof(T) == typeof(HotRow) ? RowKind.Hot
        : typeof(T) == typeof(ColdRow) ? RowKind.Cold
        : typeof(T) == typeof(Mailbox) ? RowKind.Mailbox
        : typeof(T) == typeof(Tombstone) ? RowKind.Tombstone
        : typeof(T) == typeof(EventRow) ? RowKind.Event
        : throw new UnreachableException($"{typeof(T).Name} is no kind of row that is stored.");

    /// <summary>The engine reads fields in this order and stops early, so the long one is last.</summary>
    public static BsonDocument Of(SealedRow row)
    {
        var document = new BsonDocument
        {
            [Id] = row.Place.ToArray(),
            [Version] = row.Version.ToArray(),
            [Expires] = (int)row.Expires.Number,
        };
        if (row is HotRow hot)
        {
            document[Door] = hot.Door.ToArray();
        }
        else if (row is Mailbox mailbox)
        {
            document[Tag] = mailbox.Tag.ToArray();
        }

        document[Row] = row.Encode();
        return document;
    }

    /// <summary>Null when any byte of the document is not what <see cref="Of"/> wrote.</summary>
    public static SealedRow? Decode(BsonDocument document, RowKind kind) =>
        document[Row] is { IsBinary: true } bytes && SealedRow.Decode(bytes.AsBinary) is { } row
        && row.Kind == kind
        && document[Id] == row.Place.ToArray()
        && document[Version] == row.Version.ToArray()
        && document[Expires] == (int)row.Expires.Number
        && (row is not HotRow hot || document[Door] == hot.Door.ToArray())
        && (row is not Mailbox mailbox || document[Tag] == mailbox.Tag.ToArray())
            ? row : null;

    /// <summary>What the field alone says; enough to leave a row alone, not to remove it.</summary>
    public static bool MayEndBefore(BsonDocument document, Day today) => document[Expires] is { IsInt32: true } day && day < (int)today.Number;

    /// <summary>The day inside the row counts where its hash holds: a flipped bit in the field must not remove a good row early.</summary>
    public static bool EndsBefore(BsonDocument document, Day today) =>
        document[Row] is { IsBinary: true } bytes && SealedRow.Decode(bytes.AsBinary) is { } row
            ? row.Expires < today : MayEndBefore(document, today);

    public static Place PlaceOf(BsonDocument document) => Place.Read(Sixteen(document[Id]));

    /// <summary>All zero when the field itself is damaged: no row was ever written with that version.</summary>
    public static RowVersion VersionOf(BsonDocument document) => RowVersion.Read(Sixteen(document[Version]));

    private static byte[] Sixteen(BsonValue value) =>
        value is { IsBinary: true, AsBinary: { Length: 16 } bytes } ? bytes : new byte[16];
}
