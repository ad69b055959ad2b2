using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What speaks against sending a text to a person; author and second reader are told the same.</summary>
internal static class ReplyWarnings
{
    public static IEnumerable<string> Of(string text, ReplyLint lint, ReplyTarget target)
    {
        foreach (var kind in lint.Of(text).Select(f => f.Kind).Distinct().Order())
        {
            yield return $"The text {ReplyFindingWords.Of(kind)}.";
        }

        if (target.Reading.ReplyAnswers is { } said && said.Answers.Any(a => a.Answer is ReplyAnswer.Stop))
        {
            yield return $"She asked on {new Day(said.Day)} to be written to no more.";
        }

        if (target.Triage.NeutralOnly)
        {
            yield return TriageWords.NeutralOnly;
        }
    }
}
