using System.CommandLine;
using IntakeBot.Operator;

namespace IntakeBot.Cli;

/// <summary>Asks a running server how it does: the image has no shell and no other program that could.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var address = new Option<string>("--address")
        {
            Description = "Where the server tells its health: Health.Address of its settings.",
            DefaultValueFactory = _ => Settings.HealthSettings.DefaultAddress,
            HelpName = "URL",
        };
        var live = new Option<bool>("--live") { Description = "Ask only whether it lives, not whether it is ready." };
        var command = new Command("health", "Ask a running server whether it is ready; ends with 0 where it is, with 1 where it is not.") { address, live };
        command.SetAction((parse, stop) => RunAsync(
            new(parse), parse.GetValue(address)!, parse.GetValue(live) ? OperatorPaths.Live : OperatorPaths.Ready, stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string address, string path, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme != Uri.UriSchemeHttp)
        {
            return terminal.Refuse($"--address: {address} is not an address that starts with http://");
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(server, path), stop);
            terminal.Data((await answer.Content.ReadAsStringAsync(stop)).TrimEnd());
            return answer.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Failed;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            terminal.Say($"{server}: nobody answers there; is the server running, and is this its Health.Address?");
            return ExitCode.Failed;
        }
    }
}
