using System.CommandLine;
using IntakeBot.Desk;

namespace IntakeBot.Cli;

internal static class DeskCommand
{
    public static Command Create(TimeProvider time)
    {
        var folder = new Option<string?>("--folder") { Description = "Where your keys and the sealed rows lie; else a folder of your account.", HelpName = "DIR" };
        var port = new Option<int>("--port") { Description = "On 127.0.0.1; 0: any free one." };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Only say which file to open." };
        var bundle = new Option<string[]>("--bundle")
        {
            Description = "Without a server: a file of 'intakes export', then outboxes of colleagues.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("desk", "Read, decide and answer: the staff's program, in your browser on this machine alone.") { folder, port, bundle, noBrowser };
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(parse, terminal => RunAsync(
            terminal,
            new() { Folder = parse.GetValue(folder) ?? DeskServer.DefaultFolder, Port = parse.GetValue(port), Time = time, Bundles = parse.GetValue(bundle) ?? [] },
            !parse.GetValue(noBrowser),
            cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, DeskOptions options, bool opensBrowser, CancellationToken cancellationToken)
    {
        await using var desk = await DeskServer.StartAsync(options, cancellationToken);
        terminal.Data($"The desk is open at {desk.Address.GetLeftPart(UriPartial.Authority)}, for one browser of yours.");
        if (!opensBrowser || !desk.TryOpenBrowser())
        {
            terminal.Data($"Open this file in your browser: {desk.LinkFile}");
        }

        terminal.Say("It leads in once. Ctrl+C ends the desk.");
        await desk.WaitAsync(cancellationToken);
        return ExitCode.Done;
    }
}
