using System.CommandLine;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>The hotline itself: polls, talks, seals, stores, and answers the desks.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var data = Choices.Data();
        var command = new Command("serve", "Run the hotline until it is told to stop.") { config, data };
        command.SetAction((parse, stop) => RunAsync(new(parse), parse.GetValue(config)!, parse.GetValue(data)!, stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string config, string data, CancellationToken stop)
    {
        var time = TimeProvider.System;
        using var readiness = Readiness.Of(config, data, time);
        foreach (var warning in readiness.Warnings)
        {
            terminal.Say($"warning: {warning}");
        }

        if (readiness.Parts is not { } parts)
        {
            return terminal.Refuse(readiness.Problems);
        }

        try
        {
            RosterFolder.Pin(data, parts.Roster);
            await using var store = SealedStore.Open(data, time);
            await using var app = Server.Build(parts, store, config, data, time);
            await app.StartAsync(stop);
            terminal.Say($"Serving. The desks' Exchange listens at {parts.Settings.Exchange.Address}. Ctrl+C stops.");
            var failed = await EndAsync(store, stop);
            await app.StopAsync(CancellationToken.None);
            return failed ? ExitCode.StartAgain : ExitCode.Done;
        }
        catch (StoreException refusal)
        {
            return terminal.Refuse(refusal.Message);
        }
        catch (IOException refusal)
        {
            // Most often the Exchange's port is taken.
            return terminal.Refuse($"{parts.Settings.Exchange.Address}: {refusal.Message}");
        }
    }

    /// <summary>True where the store failed, false where the server was told to stop.</summary>
    private static async Task<bool> EndAsync(SealedStore store, CancellationToken stop)
    {
        var stopped = Task.Delay(Timeout.Infinite, stop);
        return await Task.WhenAny(stopped, store.Failure) != stopped;
    }
}
