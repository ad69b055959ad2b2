namespace IntakeBot.Cli;

/// <summary>One bot: its token and the face it shows. Leaflets print one of <see cref="EntryWords"/> and <see cref="StartLinks"/>, or both.</summary>
internal class BotSettings
{
    /// <summary>File whose only line is the bot's token.</summary>
    public string TokenFile { get; init; } = "../keys/telegram.token";

    /// <summary>Another Bot API server than that of the other bots; empty: the same.</summary>
    public string ApiUrl { get; init; } = "";

    /// <summary>plain or quiet: in which words it speaks (docs/questionnaire.md).</summary>
    public string Words { get; init; } = WordPackName.Plain;

    /// <summary>Name of a file in covers/, without its end; empty: the plain card of the language.</summary>
    public string Cover { get; init; } = "";

    /// <summary>Tag of the language in which a chat of which nothing is known sees the cover; empty: the first.</summary>
    public string CoverLanguage { get; init; } = "";

    /// <summary>By language tag: what a person types to come past the cover. With neither word nor link, START leads to the gate.</summary>
    public IReadOnlyDictionary<string, string> EntryWords { get; init; } = new Dictionary<string, string>();

    /// <summary>By language tag: what t.me/BOT?start=… ends with on a leaflet.</summary>
    public IReadOnlyDictionary<string, string> StartLinks { get; init; } = new Dictionary<string, string>();

    /// <summary>By language tag: words that a leaflet prints and the true bot shows.</summary>
    public IReadOnlyDictionary<string, string> CheckPhrases { get; init; } = new Dictionary<string, string>();
}
