using System.Text.RegularExpressions;

namespace IntakeBot.Tests.Support;

/// <summary>What somebody reads who has the paper.</summary>
internal static partial class PrintedSheet
{
    /// <summary>The lines of words as they stand on the page.</summary>
    public static string WordsOf(string page) =>
        string.Join('\n', Lines().Matches(List().Match(page).Value).Select(m => Tags().Replace(m.Groups[1].Value, "")));

    [GeneratedRegex("""<ol class="words">.*?</ol>""", RegexOptions.Singleline)]
    private static partial Regex List();

    [GeneratedRegex("<li>(.*?)</li>")]
    private static partial Regex Lines();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
