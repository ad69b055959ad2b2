using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Desk;

/// <summary>What stands in the form of a reply.</summary>
internal sealed record ReplyWish(string Act, string Text, string Language, string? Template, bool Despite)
{
    /// <summary>Of the form, in the language of <paramref name="reading"/> where it names none that the questionnaire has.</summary>
    public static async Task<ReplyWish> ReadAsync(HttpRequest request, IntakeReading reading, Questionnaire questionnaire, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var language = form["language"].ToString();
        return new(
            form["act"].ToString(),
            form["text"].ToString().ReplaceLineEndings("\n").Trim(),
            questionnaire.Languages.Any(l => l.Tag == language) ? language : reading.Language ?? questionnaire.Languages[0].Tag,
            form["template"].ToString() is { Length: > 0 } template ? template : null,
            form["despite"] == "yes");
    }

    public override string ToString() => nameof(ReplyWish);
}
