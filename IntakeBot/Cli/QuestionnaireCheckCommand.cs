using System.CommandLine;

namespace IntakeBot.Cli;

internal static class QuestionnaireCheckCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var command = new Command("check", "Tell everything that is wrong in questionnaire.yaml and languages/, with file and line; else who reviewed what.") { config };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var reading = QuestionnaireReading.Of(parse.GetValue(config)!);
            if (reading.Value is not { } questionnaire)
            {
                return terminal.Refuse(reading.Problems.Select(p => p.ToString()));
            }

            terminal.Data(ReviewTable.Of(questionnaire));
            return ExitCode.Done;
        });
        return command;
    }
}
