namespace IntakeBot.Core.Intakes;

/// <summary>
/// Keeps out of a note what could tell who or where she is, or lead somewhere: numbers, handles, addresses, links, in Korean, Chinese,
/// Japanese and English. Pure and in memory. It cannot know a name, or a place that is only named.
/// </summary>
public static class NoteCatcher
{
    /// <summary>Null where it is refused, or too long for a note.</summary>
    public static Note? Take(string typed) => Note.Of(typed.Trim()) is { } note && !Refuses(note.Text) ? note : null;

    public static bool Refuses(string text) =>
        FoldedText.Of(text) is not { } folded
            || string.IsNullOrWhiteSpace(folded)
            || FindIn(folded).Any();

    /// <summary>Where it stands in a folded text; one place may be told more than once.</summary>
    internal static IEnumerable<Range> FindIn(string folded) => DigitRuns.In(folded)
        .Concat(SpelledDigits.In(folded))
        .Concat(Contacts.In(folded))
        .Concat(Whereabouts.In(folded))
        .Concat(HanAddresses.In(folded))
        .Concat(KoreanAddresses.In(folded))
        .Concat(EnglishAddresses.In(folded));
}
