using System.CommandLine;

namespace IntakeBot.Cli;

internal static class QuestionnaireCheckCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var command = new Command("check", "Tell everything that is wrong in questionnaire.yaml and languages/, with file and line.") { config };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var reading = QuestionnaireReading.Of(parse.GetValue(config)!);
            if (reading.Value is not { } questionnaire)
            {
                return terminal.Refuse(reading.Problems.Select(p => p.ToString()));
            }

            foreach (var language in questionnaire.Languages)
            {
                terminal.Data($"{language.Tag} {language.Name} complete, {(language.Draft ? "draft" : $"reviewed by {string.Join(", ", language.ReviewedBy)}")}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
