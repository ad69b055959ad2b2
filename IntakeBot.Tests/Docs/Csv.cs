using System.Text;

namespace IntakeBot.Tests.Docs;

/// <summary>Comma-separated values as RFC 4180 has them, with the line ends of this repository. Throws where a text is none.</summary>
internal static class Csv
{
    public static List<string[]> Read(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        for (var at = 0; at < text.Length; at++)
        {
            row.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (at == text.Length || text[at] is not (',' or '\n'))
            {
                throw new FormatException($"character {at}: here a comma or the end of a line is due");
            }

            if (text[at] == '\n')
            {
                rows.Add([.. row]);
                row.Clear();
            }
        }

        return row.Count == 0 ? rows : throw new FormatException("the last line has no end");
    }

    /// <summary><paramref name="at"/> comes to stand behind the field.</summary>
    private static string Plain(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '\n' or '\r' or '"'))
        {
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        while (++at < text.Length)
        {
            if (text[at] == '"' && (++at == text.Length || text[at] != '"'))
            {
                return field.ToString();
            }

            _ = field.Append(text[at]);
        }

        throw new FormatException("quotes that do not end");
    }
}
