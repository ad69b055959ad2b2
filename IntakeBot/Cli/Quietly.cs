using System.CommandLine;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Runs a verb that talks to a server or a store; what the world answers becomes one sentence and <see cref="ExitCode.Failed"/>.</summary>
internal static class Quietly
{
    public static async Task<int> RunAsync(ParseResult parse, Func<Terminal, Task<int>> verb)
    {
        var terminal = new Terminal(parse);
        try
        {
            return await verb(terminal);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException or StoreException)
        {
            terminal.Say(failure.Message);
            return ExitCode.Failed;
        }
    }
}
