using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Support;

/// <summary>The repository's own templates and words, read once.</summary>
internal static class ShippedReplies
{
    public static Checked<ReplyTemplates> Reading { get; } =
        ReplyTemplatesFile.Read(Repository.Path("config"), [.. ShippedQuestionnaire.Value.Languages.Select(l => l.Tag)]);

    public static ReplyTemplates Value => Reading.Value ?? throw new InvalidOperationException(string.Join('\n', Reading.Problems));

    public static ReplyLint Lint { get; } = new(Value.Words);
}
