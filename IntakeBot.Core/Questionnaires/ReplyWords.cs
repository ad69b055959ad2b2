namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Words that a reply is held against, of all languages together: a text in one may quote another. A word may end in <c>*</c>, which is
/// any ending, and have <c>…</c> between two parts, which is a few letters of anything.
/// </summary>
public sealed record ReplyWords
{
    public static readonly ReplyWords None = new() { Forbidden = [], NeverAsk = [], Promises = [], Places = [], Times = [] };

    /// <summary>Tells who reads over her shoulder what this is.</summary>
    public required IReadOnlyList<string> Forbidden { get; init; }

    /// <summary>Asks for what a helper must not ask for.</summary>
    public required IReadOnlyList<string> NeverAsk { get; init; }

    public required IReadOnlyList<string> Promises { get; init; }

    /// <summary>Together with a time, a meeting.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>Beside clock times such as 3:30, which need no word.</summary>
    public required IReadOnlyList<string> Times { get; init; }
}
