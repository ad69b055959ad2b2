using System.Diagnostics;

namespace IntakeBot.Cli;

/// <summary>This program once more, as a process of its own.</summary>
internal static class OwnProgram
{
    /// <summary>Not started; all three streams are redirected. <paramref name="prefix"/>: a program and arguments that run it, such as a tracer.</summary>
    public static ProcessStartInfo Start(IEnumerable<string> arguments, params IEnumerable<string> prefix)
    {
        var self = Environment.ProcessPath!;
        string[] command =
        [
            .. prefix,
            .. Path.GetFileNameWithoutExtension(self) == "intakebot" ? [self] : new[] { "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "intakebot.dll") },
            .. arguments,
        ];
        return new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
    }
}
