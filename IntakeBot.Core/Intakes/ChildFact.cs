using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Intakes;

/// <summary>Whether an intake is about a child, so that staff can find those first: they are always read by two, in simpler words (protection.md 2.3, S03).</summary>
public static class ChildFact
{
    /// <summary>Answers of the shipped questionnaire that say it; another questionnaire's are marked by the same ids.</summary>
    public static IReadOnlySet<OptionName> Answers { get; } = new HashSet<OptionName>
    {
        new("who", "me_and_child"), new("who", "child_alone"), new("age", "under_18"), new("harm_age", "under_18"),
    };

    public static bool IsAboutChild(IntakeReading reading) =>
        reading.Answers.Any(a => a.Question is { } question && a.Options.Any(o => Answers.Contains(new(question, o))));
}
