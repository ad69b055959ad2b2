using System.CommandLine;

namespace IntakeBot.Cli;

/// <summary>The options that several verbs share.</summary>
internal static class Choices
{
    public static Option<string> Config() => new("--config")
    {
        Description = "Folder of intakebot.json, questionnaire.yaml and roster.json.",
        DefaultValueFactory = _ => "config",
        HelpName = "DIR",
    };

    public static Option<string> Data() => new("--data")
    {
        Description = "Folder of what is stored.",
        DefaultValueFactory = _ => "data",
        HelpName = "DIR",
    };

    public static Option<bool> Json() => new("--json") { Description = "Write JSON to standard output." };

    public static Option<bool> Yes() => new("--yes") { Description = "Do not ask." };

    public static Option<string?> PassphraseFile() => new("--passphrase-file")
    {
        Description = "File whose only line is the passphrase; else it is asked for.",
        HelpName = "FILE",
    };
}
