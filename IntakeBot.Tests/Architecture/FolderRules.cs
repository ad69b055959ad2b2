namespace IntakeBot.Tests.Architecture;

/// <summary>The folder table of the design as data: which namespaces a folder's <c>using</c> lines may name.</summary>
internal static class FolderRules
{
    private static readonly string[] CoreFolders =
    [
        "IntakeBot.Core.Questionnaires", "IntakeBot.Core.Covers", "IntakeBot.Core.Intakes", "IntakeBot.Core.Conversations", "IntakeBot.Core.Sealing",
        "IntakeBot.Core.Storage", "IntakeBot.Core.Exchange", "IntakeBot.Core.Hotline", "IntakeBot.Core.Reading",
    ];

    private static readonly string[] WebHost = ["Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net"];

    /// <summary>Folder → prefixes of namespaces it may use; <c>System</c>, <c>Microsoft.Win32</c> (its safe handles) and the folder itself are always allowed.</summary>
    public static IReadOnlyDictionary<string, string[]> Allowed { get; } = new Dictionary<string, string[]>
    {
        ["IntakeBot.Core/Questionnaires"] = ["YamlDotNet"],
        ["IntakeBot.Core/Covers"] = ["IntakeBot.Core.Questionnaires"],
        ["IntakeBot.Core/Intakes"] = ["IntakeBot.Core.Questionnaires"],
        ["IntakeBot.Core/Conversations"] = ["IntakeBot.Core.Questionnaires", "IntakeBot.Core.Intakes", "Stateless"],
        ["IntakeBot.Core/Sealing"] = ["IntakeBot.Core.Intakes"],
        ["IntakeBot.Core/Storage"] = ["IntakeBot.Core.Sealing", "LiteDB"],
        ["IntakeBot.Core/Exchange"] = ["IntakeBot.Core.Sealing"],
        ["IntakeBot.Core/Hotline"] = CoreFolders,
        ["IntakeBot.Core/Reading"] = ["IntakeBot.Core.Questionnaires", "IntakeBot.Core.Intakes", "IntakeBot.Core.Sealing", "IntakeBot.Core.Storage", "IntakeBot.Core.Exchange"],
        ["IntakeBot/Messenger"] = [.. CoreFolders, "Telegram.Bot", .. WebHost],
        ["IntakeBot/Exchange"] = [.. CoreFolders, .. WebHost],
        ["IntakeBot/Operator"] = [.. CoreFolders, .. WebHost, "OpenTelemetry", "IntakeBot.Messenger", "IntakeBot.Exchange"],
        ["IntakeBot/Desk"] = [.. CoreFolders, .. WebHost],
        ["IntakeBot/Hardening"] = [],
        ["IntakeBot/Phone"] = WebHost,
        ["IntakeBot/Releases"] = [],
        ["IntakeBot/Sheets"] = ["IntakeBot.Core.Sealing", "IntakeBot.Core.Covers", "QRCoder"],
        ["IntakeBot/Bench"] = [.. CoreFolders, .. WebHost, "Spectre.Console", "IntakeBot.Messenger", "IntakeBot.Phone", "IntakeBot.Cli"],
        ["IntakeBot/Cli"] =
        [
            .. CoreFolders, .. WebHost, "System.CommandLine", "Spectre.Console",
            "IntakeBot.Messenger", "IntakeBot.Exchange", "IntakeBot.Operator", "IntakeBot.Hardening", "IntakeBot.Desk", "IntakeBot.Phone", "IntakeBot.Sheets", "IntakeBot.Bench", "IntakeBot.Releases",
        ],
    };

    /// <summary>Returns one line for each <c>using</c> of <paramref name="source"/> that the row of <paramref name="folder"/> does not allow.</summary>
    public static IEnumerable<string> Offences(string folder, string file, IEnumerable<string> source)
    {
        var own = folder.Replace('/', '.');
        foreach (var line in source)
        {
            var words = line.Trim().TrimEnd(';').Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            var at = words is ["global", ..] ? 1 : 0;
            if (words.Length <= at + 1 || words[at] != "using" || !line.TrimEnd().EndsWith(';') || words[at + 1] is "var" or "await")
            {
                continue;
            }

            var name = words[^1];
            string[] allowed = ["System", "Microsoft.Win32", own, .. Allowed[folder]];
            if (name.Contains('(', StringComparison.Ordinal) || allowed.Any(a => Within(name, a)))
            {
                continue;
            }

            yield return $"{file} -> {name}";
        }
    }

    private static bool Within(string name, string prefix) =>
        name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal);
}
