using System.CommandLine;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Hardening;
using Microsoft.AspNetCore.Connections;

namespace IntakeBot.Cli;

/// <summary>The hotline itself: polls, talks, seals, stores, and answers the desks.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var data = Choices.Data();
        var clock = new Option<bool>("--clock-is-right") { Description = "Believe the clock although it moved by days: what is past its last day goes." };
        var command = new Command("serve", "Run the hotline until it is told to stop.") { config, data, clock };
        command.SetAction((parse, stop) => RunAsync(new(parse), parse.GetValue(config)!, parse.GetValue(data)!, parse.GetValue(clock), stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string config, string data, bool clockIsRight, CancellationToken stop)
    {
        var time = TimeProvider.System;
        using var readiness = Readiness.Of(config, data, time);
        foreach (var warning in readiness.Warnings.Concat(OwnProcess.Warnings()))
        {
            terminal.Say($"warning: {warning}");
        }

        if (readiness.Parts is not { } parts)
        {
            return terminal.Refuse(readiness.Problems);
        }

        try
        {
            var today = Day.Today(time);
            var days = DayBook.Open(data, today);
            await using var store = SealedStore.Open(data, time);
            if (store.BuriedAtOpening is > 0 and var buried)
            {
                terminal.Say($"warning: removed {buried} rows that had been erased: an older data file was put back, or the last run ended in the middle of an erasure.");
            }

            if (clockIsRight || days.Doubt(today) is null)
            {
                days.Accept(today);
            }

            if (await new RetentionChange(store, days, parts.Settings.Retention).ApplyAsync(today))
            {
                terminal.Say($"Intakes are kept {parts.Settings.Retention.IntakeDays} days from now on; open conversations have come to their end.");
            }

            var roster = new RosterChange(new CurrentRoster(parts.Roster), store, PlaceBook.Open(data), data);
            if (await roster.ApplyAsync(parts.Roster, stop) is > 0 and var swept)
            {
                terminal.Say($"Took the stanzas of who has left out of {swept} rows.");
            }

            var atOnce = CodeLimits.AtOnce(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, Environment.ProcessorCount);
            await using var codes = new CodeLane(parts.ServerKey, store.FindNearest, ArgonProfile.Default, parts.Settings.Codes, atOnce);
            await using var app = Server.Build(parts, store, codes, days, roster, config, data, time);
            await app.StartAsync(stop);
            terminal.Say($"Serving. The desks' Exchange listens at {parts.Settings.Exchange.Address}. Ctrl+C stops.");
            await EndAsync(store, app, stop);
            await app.StopAsync(CancellationToken.None);
            return await FailureAsync(store, app) is { } failure ? StartAgain(terminal, failure) : ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
        catch (StoreException refusal)
        {
            return refusal.MayPass ? StartAgain(terminal, refusal.Message) : terminal.Refuse(refusal.Message);
        }
        catch (IOException refusal) when (refusal.InnerException is AddressInUseException)
        {
            return terminal.Refuse(refusal.Message);
        }
        catch (IOException failure)
        {
            return StartAgain(terminal, failure.Message);
        }
    }

    private static int StartAgain(Terminal terminal, string why)
    {
        terminal.Say(why);
        return ExitCode.StartAgain;
    }

    /// <summary>Returns when the server was told to stop, the store has failed, or one of the server's loops ended with an error.</summary>
    private static async Task EndAsync(SealedStore store, WebApplication app, CancellationToken stop)
    {
        var told = Task.Delay(Timeout.Infinite, stop);
        var stopping = Task.Delay(Timeout.Infinite, app.Lifetime.ApplicationStopping);
        _ = await Task.WhenAny(told, stopping, store.Failure);
    }

    /// <summary>Why the process must be started again; null after an orderly stop.</summary>
    private static async Task<string?> FailureAsync(SealedStore store, WebApplication app) =>
        store.Failure.IsCompleted
            ? (await store.Failure).Message
            : app.Services.GetServices<IHostedService>().OfType<BackgroundService>().FirstOrDefault(s => s.ExecuteTask is { IsFaulted: true }) is { } failed
                ? $"{failed.GetType().Name} ended with an error; start the program again: nothing acknowledged is lost."
                : null;
}
