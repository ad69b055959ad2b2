using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// One intake as this member sees it; <paramref name="Reading"/> is null where it is not for this member, or its stanza is damaged, or
/// it was erased.
/// </summary>
public sealed record IntakeOpening(Place Place, IntakeReading? Reading)
{
    /// <summary>The day on which the person asked to erase it, or a colleague removed it; null where nobody did.</summary>
    public Day? Erased { get; init; }

    /// <summary>By what it was read; null exactly where <see cref="Reading"/> is.</summary>
    public AskedBy? By { get; init; }

    /// <summary>Finds the case's events; null exactly where <see cref="Reading"/> is. For who keeps the opening to dispose of.</summary>
    public CaseKey? Key { get; init; }

    /// <summary>Null exactly where <see cref="Reading"/> is.</summary>
    public Triage? Triage { get; init; }

    /// <summary>Those that opened before others; among equally urgent ones first those whose day is not known, then the older.</summary>
    public static IComparer<IntakeOpening> MostUrgentFirst { get; } = Comparer<IntakeOpening>.Create((a, b) => (a.Triage, b.Triage) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        var (one, other) when Core.Intakes.Triage.MostUrgentFirst.Compare(one, other) is not 0 and var order => order,
        _ => (a.Reading?.Heading?.Day ?? 0).CompareTo(b.Reading?.Heading?.Day ?? 0),
    });

    public override string ToString() => $"Intake {Place}";
}
