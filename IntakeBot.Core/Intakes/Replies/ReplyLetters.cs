using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// The letters and digits of a text in small letters, without anything between them, so that neither width, case, blanks nor signs hide
/// a word; and for each, whether a word begins there and where it stands in the text.
/// </summary>
internal sealed class ReplyLetters
{
    private readonly List<int> _foldedAt = [];
    private readonly List<bool> _begins = [];
    private readonly List<int> _starts;
    private readonly int _length;

    private ReplyLetters(string folded, List<int> starts, int length)
    {
        (Folded, _starts, _length) = (folded, starts, length);
        var letters = new StringBuilder(folded.Length);
        for (var at = 0; at < folded.Length; at++)
        {
            if (!char.IsLetterOrDigit(folded[at]))
            {
                continue;
            }

            _begins.Add(at == 0 || _foldedAt is not [.., var last] || last < at - 1 || IsLatin(folded[at - 1]) != IsLatin(folded[at]));
            _foldedAt.Add(at);
            _ = letters.Append(char.ToLowerInvariant(folded[at]));
        }

        Text = letters.ToString();
    }

    public string Text { get; }

    public string Folded { get; }

    /// <summary>Null where the text cannot be read; see <see cref="FoldedText"/>.</summary>
    public static ReplyLetters? Of(string text)
    {
        List<int> starts = [];
        return FoldedText.Of(text, starts) is { } folded ? new(folded, starts, text.Length) : null;
    }

    /// <summary>True before the first letter of a word, and behind the last one of the text.</summary>
    public bool IsEdge(int letter) => letter >= _begins.Count || _begins[letter];

    /// <summary>Where letters stand in the text.</summary>
    public (int Start, int Length) WhereIs(int from, int to) => WhereIsFolded(_foldedAt[from], _foldedAt[to - 1] + 1);

    /// <summary>Where a piece of <see cref="Folded"/> stands in the text.</summary>
    public (int Start, int Length) WhereIsFolded(int from, int to)
    {
        var start = from < _starts.Count ? _starts[from] : _length;
        var last = to > 0 ? _starts[to - 1] : start;
        var end = _starts.Skip(to).Where(s => s > last).DefaultIfEmpty(_length).First();
        return (start, end - start);
    }

    /// <summary>Scripts that space their words; digits are none, so that "police2" still ends with its word.</summary>
    public static bool IsLatin(char sign) => char.IsLetter(sign) && sign is < '\u0250' or (>= '\u1E00' and <= '\u1EFF');
}
