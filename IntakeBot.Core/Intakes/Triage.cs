using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// How urgent an opened intake is, and why; computed where it was opened, and stored nowhere. Every part of what was said gives its own
/// reasons, and the highest wins: an answer never lowers the level, so neither does the lack of one, nor a later word.
/// </summary>
public sealed record Triage
{
    /// <summary>Of what can be read.</summary>
    public required Level Level { get; init; }

    /// <summary>
    /// The highest that it may be, if what cannot be read said the worst that its questions have; <see cref="Level"/> where all can be
    /// read. Nobody can make it less by spoiling slots, so staff go by this.
    /// </summary>
    public required Level MayBe { get; init; }

    /// <summary>All of them, the most urgent first; none where nothing that was said has a level.</summary>
    public required IReadOnlyList<TriageReason> Reasons { get; init; }

    /// <summary>Slots that were tampered with, or say nothing that this questionnaire knows, and may hold what is more urgent.</summary>
    public required IReadOnlyList<Slot> Unread { get; init; }

    /// <summary>
    /// She is in danger today, or may have said so, and named no time at which she can look safely: a reply says nothing but a neutral
    /// line.
    /// </summary>
    public required bool NeutralOnly { get; init; }

    /// <summary>In which order staff read: U1, then what may be U1, and so on; what cannot be read comes before what is known to be as urgent as it may be, below U1.</summary>
    public static IComparer<Triage> MostUrgentFirst { get; } = Comparer<Triage>.Create((a, b) =>
        (b.Level == Level.U1, b.MayBe, b.Level).CompareTo((a.Level == Level.U1, a.MayBe, a.Level)));

    /// <summary><paramref name="reading"/> is of <paramref name="form"/>, which is of <paramref name="questionnaire"/>.</summary>
    public static Triage Of(IntakeReading reading, Questionnaire questionnaire, Form form)
    {
        var facts = new TriageFacts(reading, questionnaire, form);
        TriageReason[] reasons = [.. facts.Reasons(facts.Said)];
        return new()
        {
            Level = Highest(reasons),
            MayBe = facts.AnythingPossible ? Level.U1 : Highest(facts.Reasons(facts.Possible)),
            Reasons = reasons,
            Unread = facts.Unread,
            NeutralOnly = facts.MayBeInDangerToday && !facts.HasSafeTime,
        };
    }

    /// <summary>Says nothing: it tells what a person said.</summary>
    public override string ToString() => nameof(Triage);

    private static Level Highest(IEnumerable<TriageReason> reasons) => reasons.Select(r => r.Level).DefaultIfEmpty(Level.U4).Max();
}
