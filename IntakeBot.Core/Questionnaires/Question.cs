namespace IntakeBot.Core.Questionnaires;

public sealed record Question
{
    public required string Id { get; init; }

    /// <summary>1 to 15: S01 to S15, where the answer is sealed.</summary>
    public required int Slot { get; init; }

    /// <summary>True where any number of options may be chosen, each a toggle, and Next moves on; but see <see cref="Option.Alone"/>.</summary>
    public required bool Many { get; init; }

    /// <summary>Asked only where it holds; null: always.</summary>
    public required Condition? When { get; init; }

    /// <summary>1 to 6, in the order shown; the index is the code in the button and in the sealed answer.</summary>
    public required IReadOnlyList<Option> Options { get; init; }
}
