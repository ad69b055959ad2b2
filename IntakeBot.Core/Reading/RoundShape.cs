using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>How many rows of each kind a desk asks for in every round, whatever there is to ask for: kinds have different sizes.</summary>
public sealed record RoundShape(int Cold, int Hot, int Mailboxes, int Tombstones, int Events)
{
    /// <summary>Hot rows change most; of intakes that begin or are erased there are fewer.</summary>
    public static RoundShape Shipped { get; } = new(2, 3, 2, 1, 2);

    /// <summary>An auditor may have no row of an intake: memos come among events.</summary>
    public static RoundShape Auditor { get; } = new(0, 0, 0, 1, 4);

    /// <summary>In the order in which they are asked for.</summary>
    public static IReadOnlyList<RowKind> Kinds { get; } = [RowKind.Tombstone, RowKind.Cold, RowKind.Hot, RowKind.Mailbox, RowKind.Event];

    public int RowsPerRound => Kinds.Sum(Of);

    public int Of(RowKind kind) => kind switch
    {
        RowKind.Cold => Cold,
        RowKind.Hot => Hot,
        RowKind.Mailbox => Mailboxes,
        RowKind.Tombstone => Tombstones,
        RowKind.Event => Events,
        _ => 0,
    };
}
