using System.CommandLine;

namespace IntakeBot.Cli;

internal static class QuestionnaireCommand
{
    public static Command Create() => new("questionnaire", "Check and see what a person is asked and told.")
    {
        QuestionnaireCheckCommand.Create(),
        QuestionnaireShowCommand.Create(),
        QuestionnaireDiagramCommand.Create(),
    };
}
