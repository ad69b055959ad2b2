using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Every case at one moment; never changes.</summary>
internal sealed record CaseSheet
{
    /// <summary>The most urgent first.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    public required IReadOnlyList<(Place Place, Day Day)> Erased { get; init; }

    /// <summary>How many are for other people than this member, or damaged.</summary>
    public required int Others { get; init; }

    /// <summary>Another one at each change.</summary>
    public required int Number { get; init; }

    /// <summary>U1 cases that came while the desk was open, ever: it only grows.</summary>
    public required int NewUrgent { get; init; }

    public override string ToString() => nameof(CaseSheet);
}
