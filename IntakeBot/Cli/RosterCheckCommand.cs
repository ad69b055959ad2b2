using System.CommandLine;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterCheckCommand
{
    public static Command Create(TimeProvider time)
    {
        var config = Choices.Config();
        var data = Choices.Data();
        var json = Choices.Json();
        var command = new Command("check", "Tell everything that is wrong with the roster, also for the desks that the questionnaire asks for.") { config, data, json };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var today = Day.Today(time);
            var desks = QuestionnaireFolder.Read(parse.GetValue(config)!).Value?.Forms.Select(f => f.Desk) ?? [];
            var reading = RosterFolder.Read(parse.GetValue(config)!, parse.GetValue(data)!, today, desks);
            var warnings = reading.Roster?.Warnings(today) ?? [];
            if (parse.GetValue(json))
            {
                terminal.Data(CheckReport.Of(reading.Roster, reading.Roster is not null, null, reading.Problems, warnings), CliJson.Default.CheckReport);
                return reading.Roster is null ? ExitCode.Refused : ExitCode.Done;
            }

            foreach (var warning in warnings)
            {
                terminal.Data($"warning {warning}");
            }

            if (reading.Roster is { } roster)
            {
                terminal.Say(RosterWords.Of(roster));
            }

            foreach (var problem in reading.Problems)
            {
                terminal.Data($"problem {problem}");
            }

            return reading.Roster is null ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }
}
