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
            || DigitRuns.AnyIn(folded)
            || SpelledDigits.AnyIn(folded)
            || Contacts.AnyIn(folded)
            || Whereabouts.AnyIn(folded)
            || HanAddresses.AnyIn(folded)
            || KoreanAddresses.AnyIn(folded)
            || EnglishAddresses.AnyIn(folded);
}
