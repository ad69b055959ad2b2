using System.CommandLine;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Cli;

/// <summary>One run of the command line: what it wrote where, and its exit code.</summary>
internal sealed record CliRun(int Code, string Data, string Words)
{
    private const string NoProc = "/nonexistent/proc";

    public static Task<CliRun> Of(params string[] arguments) => At(TimeProvider.System, arguments);

    public static Task<CliRun> At(TimeProvider time, params string[] arguments) => On(NoProc, time, arguments);

    /// <summary><paramref name="proc"/>: what the kernel says of the machine; tests of other things have none, whatever machine they run on.</summary>
    public static async Task<CliRun> On(string proc, TimeProvider time, params string[] arguments)
    {
        using var data = new StringWriter();
        using var words = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Output = data, Error = words }, ArgonProfile.Tiny, time, proc);
        return new(code, data.ToString(), words.ToString());
    }
}
