namespace IntakeBot.Core.Intakes;

/// <summary>
/// One word that a reply is held against. Where its first or last letter is Latin it begins or ends where a word does, so that "rape" is
/// not in "grape"; Han, kana and Hangul have no such edges.
/// </summary>
internal sealed class ReplyWord
{
    private const int MostBetween = 24;

    private readonly (string Letters, bool IsOpen)[] _parts;

    public ReplyWord(string word) =>
        _parts = [.. word.Split('…').Select(part => (ReplyLetters.Of(part)?.Text ?? "", part.TrimEnd().EndsWith('*'))).Where(part => part.Item1.Length > 0)];

    /// <summary>First letter of each match and the one behind its last.</summary>
    public IEnumerable<(int From, int To)> In(ReplyLetters text)
    {
        for (var from = 0; _parts.Length > 0 && from < text.Text.Length; from++)
        {
            if (EndOf(text, from) is { } to)
            {
                yield return (from, to);
                from = to - 1;
            }
        }
    }

    private int? EndOf(ReplyLetters text, int from)
    {
        var end = EndOf(text, _parts[0], from);
        foreach (var part in _parts.Skip(1))
        {
            // The nearest next part is enough: what follows it has as much room behind it as behind a later one, or more text.
            end = end is { } behind ? Enumerable.Range(behind, MostBetween + 1).Select(at => EndOf(text, part, at)).FirstOrDefault(e => e is not null) : null;
        }

        return end;
    }

    private static int? EndOf(ReplyLetters text, (string Letters, bool IsOpen) part, int from)
    {
        var end = from + part.Letters.Length;
        return end <= text.Text.Length
            && string.CompareOrdinal(text.Text, from, part.Letters, 0, part.Letters.Length) == 0
            && (!ReplyLetters.IsLatin(part.Letters[0]) || text.IsEdge(from))
            && (part.IsOpen || !ReplyLetters.IsLatin(part.Letters[^1]) || text.IsEdge(end))
            ? end
            : null;
    }
}
