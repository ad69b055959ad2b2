using IntakeBot.Core.Sealing;
using LiteDB;

namespace IntakeBot.Core.Storage;

/// <summary>One row's part of a change.</summary>
internal abstract record RowWrite
{
    private RowWrite(RowKind kind, Place place) => (Kind, Place) = (kind, place);

    public RowKind Kind { get; }

    public Place Place { get; }

    /// <summary>The door that leads to the row from now on.</summary>
    public Door? Door => ((this as Put)?.Row as HotRow)?.Door;

    /// <summary>Writes the row anew; without an expected version the place must be free.</summary>
    public sealed record Put(SealedRow Row, BsonDocument Document, RowVersion? Expected) : RowWrite(Row.Kind, Row.Place);

    /// <summary>Removes the row; without an expected version whatever is there, and nothing is fine too.</summary>
    public sealed record Remove(RowKind Of, Place At, RowVersion? Expected) : RowWrite(Of, At);
}
