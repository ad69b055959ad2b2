using System.Globalization;
using IntakeBot.Core.Conversations;

namespace IntakeBot.Core.Hotline;

/// <summary>What leads from a bot's cover to the gate: words to type, and the ends of a leaflet's t.me links; each with its languages.</summary>
public sealed class EntryWords
{
    public static readonly EntryWords None = new([], []);

    private readonly ILookup<string, byte> _words;
    private readonly ILookup<string, byte> _links;

    /// <param name="words">Word and number of the language whose leaflet prints it.</param>
    /// <param name="links">End of a link, 1 to 64 of A-Z, a-z, 0-9, _ and -, and its language.</param>
    public EntryWords(IEnumerable<(string Word, byte Language)> words, IEnumerable<(string Link, byte Language)> links)
    {
        _words = words.ToLookup(w => Plain(w.Word), w => w.Language, StringComparer.OrdinalIgnoreCase);
        _links = links.ToLookup(l => l.Link, l => l.Language, StringComparer.Ordinal);
    }

    /// <summary>False: everybody who presses START comes to the gate.</summary>
    public bool IsSet => _words.Count > 0 || _links.Count > 0;

    /// <summary>True for a word or link of a leaflet; <paramref name="language"/>: null where leaflets of several languages print it.</summary>
    public bool Opens(Said said, out byte? language)
    {
        var languages = said switch
        {
            Said.Text typed => _words[Plain(typed.Value)],
            Said.Start { Link: { } link } => _links[link],
            _ => [],
        };
        byte[] found = [.. languages.Distinct()];
        language = found is [var only] ? only : null;
        return found.Length > 0;
    }

    /// <summary>Without what a keyboard adds unseen: spaces, full stops, signs without width.</summary>
    public static string Plain(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control) && c is not ('.' or '。' or '!' or '！')));
}
