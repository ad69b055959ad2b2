using System.CommandLine;

namespace IntakeBot.Cli;

/// <summary>All verbs. Data go to standard output, words to standard error; exit codes are <see cref="ExitCode"/>.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] arguments) => Root().Parse(arguments).InvokeAsync();

    public static RootCommand Root() => new("IntakeBot: a hotline for people in hiding.")
    {
    };
}
