using System.CommandLine;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Cli;

/// <summary>Everything at once on this machine, with keys that protect nothing: to see it, to show it, to prove it.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var auto = new Option<bool>("--auto") { Description = "Play one whole intake, crash the server in the middle, open it, compare." };
        var port = new Option<int>("--port") { Description = "Port of the phone's page; 0 takes any free one.", HelpName = "PORT" };
        var command = new Command("demo", "Try the hotline: a phone in the browser, the server, and what staff then read.") { auto, port };
        command.SetAction((parse, stop) => parse.GetValue(auto)
            ? PlayAsync(new(parse), stop)
            : ShowAsync(new(parse), parse.GetValue(port), stop));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, int port, CancellationToken stop)
    {
        await using var demo = await DemoHotline.StartAsync(port, stop, isSeeded: true);
        await using var first = await demo.StartDeskAsync(0, stop);
        await using var second = await demo.StartDeskAsync(1, stop);
        await using var other = await demo.StartDeskAsync(2, stop);
        terminal.Data($"phone   {demo.Phone.Address}");
        terminal.Data($"desk    {first.LinkFile} (staff-1; two members answer together)");
        terminal.Data($"        {second.LinkFile} (staff-2)");
        terminal.Data($"        {other.LinkFile} (staff-3, at the desk for complaints)");
        terminal.Data($"unlock  {demo.Keys.Passphrase}");
        terminal.Data($"opened  {Environment.ProcessPath ?? "intakebot"} intakes open --all --config {demo.Keys.ConfigFolder} --data {demo.Keys.DataFolder} --identity {demo.Keys.Members[0].IdentityFile} --passphrase-file {demo.Keys.PassphraseFile}");
        terminal.Say("");
        terminal.Say("Open the first address in a browser, press START and answer as a person would. Open a desk's file, each once, and unlock it: the queue has thirty invented intakes.");
        terminal.Say("Press Enter here to open, as a staff member, what was said.");
        terminal.Say("Or write a line: two staff members sign it and answer everybody who has a number. Type the number on the phone to read it.");
        terminal.Say("Ctrl+C ends and deletes everything.");
        while (!stop.IsCancellationRequested && await ReadLineAsync(stop) is { } line)
        {
            if (line.Trim() is { Length: > 0 } text)
            {
                await new DemoAnswer(demo).ToAllAsync(terminal, text, stop);
            }
            else
            {
                await OpenAsync(terminal, demo, stop);
            }
        }

        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Done;
    }

    /// <summary>Null at the end of input, or when told to stop.</summary>
    private static async Task<string?> ReadLineAsync(CancellationToken stop)
    {
        try
        {
            return await Task.Run(Console.ReadLine, stop).WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<int> PlayAsync(Terminal terminal, CancellationToken stop)
    {
        await using var demo = await DemoHotline.StartAsync(0, stop);
        await using var reader = await demo.ReaderAsync(stop);
        var person = demo.Phone.World.Join("Test");
        var walk = new DemoWalk(person, reader.Questionnaire, reader.Questionnaire.Languages[0]);
        await walk.PassGateAsync();
        for (var step = 1; await walk.StepAsync(); step++)
        {
            if (step == 2)
            {
                terminal.Say("The server is killed and started again.");
                await demo.Server.RestartAsync(stop);
            }
        }

        await walk.EndAsync();
        var readings = await OpenAsync(terminal, demo, stop);
        var same = readings is [{ } reading] && Same(walk, reading);
        terminal.Say(same ? "What was opened is what was pressed." : "What was opened is NOT what was pressed.");
        var answered = same && await AnswerAsync(terminal, demo, walk, stop);
        return answered ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Two staff members answer, she comes back with her number, reads, answers and erases everything.</summary>
    private static async Task<bool> AnswerAsync(Terminal terminal, DemoHotline demo, DemoWalk walk, CancellationToken stop)
    {
        const string Text = "A woman can talk with you. Is that good for you?";
        await new DemoAnswer(demo).ToAllAsync(terminal, Text, stop);
        var reads = await walk.ReadReplyAsync(Text);
        terminal.Say(reads ? "She came back with her number and read it." : "She came back with her number, and what she read is NOT what was written.");
        await using var reader = await demo.ReaderAsync(stop);
        var place = (await reader.PlacesAsync(stop)).Single();
        var said = (await reader.OpenAsync(place, stop))?.Reading?.ReplyAnswers?.Answers is [var (_, answer)] ? answer : ReplyAnswer.None;
        terminal.Say($"Staff read her answer: {LaterWords.Of(said)}.");
        await walk.EraseAllAsync();
        var left = (await reader.PlacesAsync(stop)).Count;
        terminal.Say(left == 0 ? "She erased everything by her number, and nothing of it is left." : "She erased everything, and it is STILL there.");
        return reads && said is ReplyAnswer.Yes && left == 0;
    }

    private static bool Same(DemoWalk walk, IntakeReading reading)
    {
        var opened = reading.Answers.Where(a => a.Question is not null && a.Kind is AnswerKind.One or AnswerKind.Set).ToDictionary(a => a.Question!, a => a.Options);
        return opened.Count == walk.Pressed.Count && walk.Pressed.All(p => opened.TryGetValue(p.Key, out var options) && options.SequenceEqual(p.Value));
    }

    private static async Task<IReadOnlyList<IntakeReading?>> OpenAsync(Terminal terminal, DemoHotline demo, CancellationToken stop)
    {
        await using var reader = await demo.ReaderAsync(stop);
        var readings = new List<IntakeReading?>();
        foreach (var place in await reader.PlacesAsync(stop))
        {
            if (await reader.OpenAsync(place, stop) is { } opening)
            {
                readings.Add(opening.Reading);
                terminal.Data(IntakeTable.TitleOf(opening));
                if (opening.Reading is { } reading)
                {
                    terminal.Data(IntakeTable.Of(reading, opening.By!.Form, reader.Questionnaire.Languages[0]));
                }
            }
        }

        if (readings.Count == 0)
        {
            terminal.Say("Nothing was said yet.");
        }

        return readings;
    }
}
