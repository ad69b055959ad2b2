namespace IntakeBot.Core.Questionnaires;

/// <summary>One country with its numbers; texts in the order of the questionnaire's languages.</summary>
public sealed record Country
{
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Number, and what answers there in each language.</summary>
    public required IReadOnlyList<(string Number, IReadOnlyList<string> What)> Lines { get; init; }

    /// <summary>The country and a line for each number.</summary>
    public string TextIn(byte language) => string.Join('\n', Lines.Select(l => $"{l.Number} {l.What[language]}").Prepend($"{Names[language]}\n"));
}
