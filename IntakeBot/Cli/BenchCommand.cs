using System.CommandLine;
using IntakeBot.Bench;

namespace IntakeBot.Cli;

/// <summary>How many answers a second this machine takes, and what one costs; docs/performance.md explains the figures.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var people = new Option<int[]>("--people")
        {
            Description = "People at once; several numbers: one run each.",
            DefaultValueFactory = _ => [64],
            AllowMultipleArgumentsPerToken = true,
            HelpName = "N",
        };
        var think = Think();
        var seconds = new Option<double>("--seconds") { Description = "How long each run is measured.", DefaultValueFactory = _ => 10, HelpName = "S" };
        var open = new Option<int>("--open") { Description = "Intakes that are open beside, of people who only wait.", HelpName = "N" };
        var store = new Option<bool>("--store") { Description = "Measure the store alone, with so many waiting." };
        var seal = new Option<bool>("--seal") { Description = "Measure sealing and opening alone, on one core: 10,000 intakes for 8 members." };
        var codes = new Option<bool>("--codes") { Description = "Measure receipt codes alone, on one core: 30 prepared and opened." };
        var echo = new Option<bool>("--echo") { Description = "Measure a bot that does nothing, for comparison: what phone and HTTP alone cost." };
        var json = Choices.Json();
        var command = new Command("bench", "Measure the hotline under a crowd, and that nothing is lost.") { people, think, seconds, open, store, seal, codes, echo, json, Phone(), Serve(), Echo() };
        command.SetAction((parse, stop) => Quietly.RunAsync(parse, async terminal =>
        {
            if (!OperatingSystem.IsLinux())
            {
                return terminal.Refuse("bench reads /proc: it runs on Linux only.");
            }

            var time = TimeSpan.FromSeconds(parse.GetValue(seconds));
            var crowds = parse.GetValue(people)!;
            var report = parse.GetValue(seal)
                ? new BenchReport { Sealing = new SealLoad(members: 8, intakes: 10_000).Run(stop) }
                : parse.GetValue(codes)
                ? new BenchReport { Codes = new CodeLoad(codes: 30).Run(stop) }
                : parse.GetValue(store)
                ? new BenchReport { Store = await EachAsync(crowds, n => new StoreLoad(n, time).RunAsync(stop)) }
                : new BenchReport { Hotline = await EachAsync(crowds, n => new HotlineLoad(n, TimeSpan.FromMilliseconds(parse.GetValue(think)), time, parse.GetValue(echo), parse.GetValue(open)).RunAsync(stop)) };
            if (parse.GetValue(json))
            {
                terminal.Data(report, BenchJson.Default.BenchReport);
            }
            else
            {
                terminal.Data(BenchTable.Of(report));
            }

            var lost = report.Hotline?.Sum(l => l.Lost) ?? 0;
            terminal.Say(lost == 0 ? "Nothing was lost." : $"{lost} intakes or answers are NOT what was pressed.");
            return lost == 0 ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    private static Option<double> Think() => new("--think") { Description = "Milliseconds from a screen to the next press.", HelpName = "MS" };

    private static async Task<IReadOnlyList<T>> EachAsync<T>(int[] crowds, Func<int, Task<T>> run)
    {
        var lines = new List<T>();
        foreach (var people in crowds)
        {
            lines.Add(await run(people));
        }

        return lines;
    }

    private static Command Phone()
    {
        var people = new Option<int>("--people");
        var think = Think();
        var command = new Command("phone", "The process of the simulated Telegram and its people.") { people, think };
        command.Hidden = true;
        command.SetAction(async (parse, stop) =>
        {
            await BenchPhone.RunAsync(parse.GetValue(people), TimeSpan.FromMilliseconds(parse.GetValue(think)), stop);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Serve()
    {
        var serve = ServeCommand.Create();
        var inner = serve.Action as System.CommandLine.Invocation.AsynchronousCommandLineAction;
        serve.SetAction((parse, stop) => BenchServer.RunAsync(served => inner!.InvokeAsync(parse, served), stop));
        serve.Hidden = true;
        return serve;
    }

    private static Command Echo()
    {
        var config = Choices.Config();
        var command = new Command("echo", "The process of a bot that does nothing.") { config, Choices.Data() };
        command.Hidden = true;
        command.SetAction(async (parse, stop) =>
        {
            var (settings, problems) = SettingsFile.Read(parse.GetValue(config)!);
            if (settings is null)
            {
                return new Terminal(parse).Refuse(problems);
            }

            await BenchEcho.RunAsync(new(settings.Telegram.BaseUrl), SettingsFile.PathOf(parse.GetValue(config)!, settings.Telegram.TokenFile), stop);
            return ExitCode.Done;
        });
        return command;
    }
}
