using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Cli;

/// <summary>How settings and verbs spell a word pack.</summary>
internal static class WordPackName
{
    public const string Plain = "plain";
    public const string Quiet = "quiet";
    public const string All = $"{Plain} or {Quiet}";

    public static WordPack? Read(string name) => name switch
    {
        Plain => WordPack.Plain,
        Quiet => WordPack.Quiet,
        _ => null,
    };
}
