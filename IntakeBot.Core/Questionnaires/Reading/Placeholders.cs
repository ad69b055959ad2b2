using System.Globalization;
using System.Text.RegularExpressions;

namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// What settings are put in for. Lines under <c>kept</c> have no number of their own besides: what is said there of time can thus not
/// differ from what is done.
/// </summary>
internal static partial class Placeholders
{
    public const string Phrase = "{phrase}";
    public const string Code = "{code}";
    public const string Days = "{days}";
    public const string Name = "{name}";
    public const string Contact = "{contact}";

    public static string? Of(ScreenName name) => name switch
    {
        ScreenName.Really => Phrase,
        ScreenName.Code or ScreenName.CodeNew => Code,
        _ => null,
    };

    public static string? Of(KeptName name) => name switch
    {
        KeptName.LastDay or KeptName.Replies or KeptName.CaseEvents or KeptName.Tombstone => Days,
        KeptName.RunBy => Name,
        KeptName.Contact => Contact,
        _ => null,
    };

    /// <summary><paramref name="wanted"/> must stand there once, and no other; null: none may.</summary>
    public static void Check(string text, string? wanted, int line, string what, Findings findings)
    {
        var found = Braced().Matches(text).Select(m => m.Value).ToList();
        foreach (var other in found.Where(f => f != wanted).Distinct())
        {
            findings.Add(line, $"{what} has \"{other}\", for which nothing is put in here: remove it");
        }

        if (wanted is not null && found.Count(f => f == wanted) != 1)
        {
            findings.Add(line, $"{what} must have {wanted} once: what stands there is put in");
        }
    }

    public static void CheckNumbers(string text, int line, string what, Findings findings)
    {
        if (text.EnumerateRunes().Any(r => CharUnicodeInfo.GetUnicodeCategory(r.Value) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber))
        {
            findings.Add(line, $"{what} has a number of its own: say it without, or with a placeholder for a setting");
        }
    }

    [GeneratedRegex(@"\{[^{}\s]*\}?|\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braced();
}
