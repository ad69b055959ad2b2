namespace IntakeBot.Core.Exchange;

/// <summary>
/// questionnaire.yaml and the language files, plain and quiet, as the server asks by them. The signed roster lists their hash, so that a server cannot swap
/// the meaning of an answer; no other file of its folder is given out, because nothing would vouch for it.
/// </summary>
public sealed record QuestionnairePack
{
    public const string MainName = "questionnaire.yaml";

    private const string LanguageFolder = "languages/";

    public required IReadOnlyList<RosterPackFile> Files { get; init; }

    /// <summary>True for what it may hold; no other name is ever written to a disk.</summary>
    public static bool IsName(string name) => name == MainName || (name.StartsWith(LanguageFolder, StringComparison.Ordinal) && Bundle.IsName(name));
}
