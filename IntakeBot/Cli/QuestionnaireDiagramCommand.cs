using IntakeBot.Core.Conversations;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Cli;

internal static class QuestionnaireDiagramCommand
{
    public static System.CommandLine.Command Create()
    {
        var config = Choices.Config();
        var command = new System.CommandLine.Command("diagram", "Print the flow and the questions with their conditions, as two Mermaid graphs.") { config };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var reading = QuestionnaireReading.Of(parse.GetValue(config)!);
            if (reading.Value is not { } questionnaire)
            {
                return terminal.Refuse(reading.Problems.Select(p => p.ToString()));
            }

            terminal.Data($"{Conversation.Diagram().TrimEnd()}\n\n{QuestionGraph.Of(questionnaire)}");
            return ExitCode.Done;
        });
        return command;
    }
}
