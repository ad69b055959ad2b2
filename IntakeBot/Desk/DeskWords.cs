using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace IntakeBot.Desk;

/// <summary>The desk's own sentences in one language. All of them are drafts by non-natives until somebody has signed them off.</summary>
public sealed class DeskWords
{
    private readonly FrozenDictionary<Phrase, string> _phrases;

    private DeskWords(string tag, FrozenDictionary<Phrase, string> phrases) => (Tag, _phrases) = (tag, phrases);

    /// <summary>BCP 47 tags of the languages that staff can read the desk in.</summary>
    public static IReadOnlyList<string> Tags => [.. Names.Select(n => n.Tag)];

    /// <summary>Each as its readers call it.</summary>
    public static IReadOnlyList<(string Tag, string Name)> Names { get; } = [("en", "English"), ("ko", "한국어"), ("ja", "日本語"), ("zh", "中文")];

    public string Tag { get; }

    public string this[Phrase phrase] => _phrases[phrase];

    /// <summary>With {0}, {1} and so on replaced.</summary>
    public string With(Phrase phrase, params ReadOnlySpan<object?> parts) => string.Format(CultureInfo.InvariantCulture, _phrases[phrase], parts);

    /// <summary>English where there is no such language.</summary>
    public static DeskWords Of(string tag)
    {
        var known = Tags.Contains(tag) ? tag : Tags[0];
        using var stream = typeof(DeskWords).Assembly.GetManifestResourceStream($"IntakeBot.Desk.Words.{known}.json")!;
        var words = JsonSerializer.Deserialize(stream, DeskJson.Default.DictionaryStringString)!;
        return new(known, words.ToFrozenDictionary(w => Enum.Parse<Phrase>(w.Key), w => w.Value));
    }
}
