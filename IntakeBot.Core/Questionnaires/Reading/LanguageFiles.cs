namespace IntakeBot.Core.Questionnaires;

/// <summary>Where the language files lie in a config folder. Names are relative to it, with slashes.</summary>
internal static class LanguageFiles
{
    public const string Folder = "languages";
    private const string Quiet = Folder + "/quiet";
    private const string Extension = ".yaml";

    /// <summary>All there are, in ordinal order. Throws what the file system throws where the folder is missing or cannot be read.</summary>
    public static IEnumerable<string> Names(string configFolder) =>
        In(configFolder, Folder)
            .Concat(Directory.Exists(Path.Combine(configFolder, Quiet)) ? In(configFolder, Quiet) : [])
            .Order(StringComparer.Ordinal);

    public static string NameOf(string tag) => $"{Folder}/{tag}{Extension}";

    public static string QuietNameOf(string tag) => $"{Quiet}/{tag}{Extension}";

    public static string TagOf(string name) => Path.GetFileNameWithoutExtension(name);

    public static bool IsQuiet(string name) => name == QuietNameOf(TagOf(name));

    private static IEnumerable<string> In(string configFolder, string folder) =>
        Directory.GetFiles(Path.Combine(configFolder, folder), "*" + Extension).Select(f => $"{folder}/{Path.GetFileName(f)}");
}
