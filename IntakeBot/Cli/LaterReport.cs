using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What a person said when she came back with her number, as --json writes it: R1 to R3.</summary>
internal sealed record LaterReport(string? AnsweredOn, IReadOnlyList<LaterReport.ToReply> Answers, IReadOnlyList<LaterReport.Addition> Additions)
{
    /// <summary>Null where she said nothing.</summary>
    public static LaterReport? Of(IntakeReading reading) => reading.ReplyAnswers is null && reading.Additions.Count == 0
        ? null
        : new(
            reading.ReplyAnswers is { } answers ? new Day(answers.Day).ToString() : null,
            [.. (reading.ReplyAnswers?.Answers ?? []).Select(a => new ToReply(LaterWords.NameOf(a.Reply), a.Answer.ToString()))],
            [.. reading.Additions.Select(a => new Addition(a.Slot.ToString(), a.Question, a.Option, new Day(a.Day).ToString()))]);

    public override string ToString() => nameof(LaterReport);

    /// <summary>Reply is the name that <c>replies write</c> gave it; Said is a name of <see cref="ReplyAnswer"/>.</summary>
    internal sealed record ToReply(string Reply, string Said)
    {
        public override string ToString() => nameof(ToReply);
    }

    /// <summary>Without question and option where another questionnaire was served by then.</summary>
    internal sealed record Addition(string Slot, string? Question, string? Option, string Day)
    {
        public override string ToString() => nameof(Addition);
    }
}
