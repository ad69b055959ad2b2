using System.CommandLine;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterQuestionnaireCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var command = new Command("questionnaire", "List the questionnaire as it now stands in the roster; then sign.") { config };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var problems = new List<string>();
            var questionnaire = QuestionnaireFolder.Read(parse.GetValue(config)!);
            problems.AddRange(questionnaire.Problems.Select(p => p.ToString()));
            var draft = RosterDraft.Open(parse.GetValue(config)!, problems);
            if (questionnaire.Value is null || draft is null)
            {
                return terminal.Refuse(problems);
            }

            var hash = QuestionnaireHash.Of(questionnaire.Value.Canonical.Span);
            draft.List(hash);
            draft.Save();
            terminal.Data(Convert.ToHexStringLower(hash));
            return ExitCode.Done;
        });
        return command;
    }
}
