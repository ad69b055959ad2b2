using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using IntakeBot.Bench;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Kills processes of its own by the thousand and looks whether anything acknowledged is lost; times receipt codes by the ten thousand.</summary>
internal static class ProofCommand
{
    public static Command Create() => new("proof", "Kill the store or the server at random moments and prove that nothing acknowledged is lost; time codes and prove that it tells nothing.")
    {
        Store(),
        Server(),
        Codes(),
        Child(),
    };

    private static Command Store()
    {
        var kills = Kills(1000);
        var atOnce = new Option<int>("--at-once")
        {
            Description = "Stores that are killed at the same time.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
            HelpName = "N",
        };
        var json = Choices.Json();
        var command = new Command("store", "A small process that writes to a store.") { kills, atOnce, json };
        command.SetAction(async (parse, stop) =>
        {
            var stores = Math.Max(1, parse.GetValue(atOnce));
            var folder = Directory.CreateTempSubdirectory("intakebot-proof-").FullName;
            try
            {
                var report = await ProofStore.RunAsync(folder, stores, parse.GetValue(kills), stop);
                return Tell(parse, parse.GetValue(json), report, report.AllKept, ProofJson.Default.ProofStoreReport);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static Command Server()
    {
        var kills = Kills(60);
        var people = new Option<int>("--people") { Description = "How many answer at the same time.", DefaultValueFactory = _ => 16, HelpName = "N" };
        var json = Choices.Json();
        var command = new Command("server", "The whole server, while people answer on simulated phones.") { kills, people, json };
        command.SetAction(async (parse, stop) =>
        {
            var report = await ProofServer.RunAsync(parse.GetValue(kills), parse.GetValue(people), stop);
            return Tell(parse, parse.GetValue(json), report, report.AllKept, ProofJson.Default.ProofServerReport);
        });
        return command;
    }

    private static Command Codes()
    {
        var samples = new Option<int>("--samples") { Description = "Codes typed of each kind.", DefaultValueFactory = _ => 10_000, HelpName = "N" };
        var config = Choices.Config();
        var json = Choices.Json();
        var command = new Command("codes", "Whether time tells a right receipt code from an erased and an unknown one.") { samples, config, json };
        command.SetAction(async (parse, stop) =>
        {
            var read = QuestionnaireFolder.Read(parse.GetValue(config)!);
            if (read.Value is not { } questionnaire)
            {
                return new Terminal(parse).Refuse(read.Problems.Select(p => p.ToString()));
            }

            var report = await new CodeTiming(questionnaire, Math.Max(2, parse.GetValue(samples))).RunAsync(stop);
            return Tell(parse, parse.GetValue(json), report, report.IsSilent, ProofJson.Default.CodeTimingReport);
        });
        return command;
    }

    /// <summary>The victim of the store proof.</summary>
    private static Command Child()
    {
        var data = Choices.Data();
        var rounds = new Option<int>("--rounds") { Description = "How many rounds it writes.", DefaultValueFactory = _ => int.MaxValue, HelpName = "N" };
        var command = new Command("child", "Write to a store until killed.") { data, rounds };
        command.Hidden = true;
        command.SetAction(async (parse, _) =>
        {
            await using var store = SealedStore.Open(parse.GetValue(data)!, TimeProvider.System);
            await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
            await new ProofStoreChild(store, output).RunAsync(parse.GetValue(rounds));
        });
        return command;
    }

    private static Option<int> Kills(int usual) => new("--kills") { Description = "How many.", DefaultValueFactory = _ => usual, HelpName = "N" };

    private static int Tell<T>(ParseResult parse, bool json, T report, bool allKept, JsonTypeInfo<T> type)
        where T : notnull
    {
        var terminal = new Terminal(parse);
        if (json)
        {
            terminal.Data(report, type);
        }
        else
        {
            terminal.Data(report.ToString()!);
        }

        return allKept ? ExitCode.Done : ExitCode.Failed;
    }
}
