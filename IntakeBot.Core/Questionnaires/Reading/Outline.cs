namespace IntakeBot.Core.Questionnaires;

/// <summary>What <c>questionnaire.yaml</c> asks for, as far as it could be read: enough to check the language files against.</summary>
internal sealed record Outline
{
    public static readonly Outline Unknown = new() { Languages = null, Forms = [], Asked = [], KnowsAllQuestions = false };

    /// <summary>Tags with their lines, in order; null where they could not be read.</summary>
    public required IReadOnlyList<(string Tag, int Line)>? Languages { get; init; }

    public required IReadOnlyList<Form> Forms { get; init; }

    public IReadOnlyList<Question> Later { get; init; } = [];

    /// <summary>The questions of all forms, each id once.</summary>
    public required IReadOnlyList<Asked> Asked { get; init; }

    /// <summary>False where a question's id could not be read, so that no question of a language can be called superfluous.</summary>
    public required bool KnowsAllQuestions { get; init; }
}
