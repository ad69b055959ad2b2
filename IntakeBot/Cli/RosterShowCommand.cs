using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterShowCommand
{
    public static Command Create(TimeProvider time)
    {
        var config = Choices.Config();
        var data = Choices.Data();
        var json = Choices.Json();
        var command = new Command("show", "Show a valid roster with its fingerprints.") { config, data, json };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var today = Day.Today(time);
            var reading = RosterFolder.Read(parse.GetValue(config)!, parse.GetValue(data)!, today);
            if (reading.Roster is not { } roster)
            {
                return terminal.Refuse(reading.Problems);
            }

            if (parse.GetValue(json))
            {
                terminal.Data(RosterReport.Of(roster), CliJson.Default.RosterReport);
            }
            else
            {
                terminal.Data(RosterTable.Of(roster));
            }

            foreach (var warning in roster.Warnings(today))
            {
                terminal.Say($"warning {warning}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
