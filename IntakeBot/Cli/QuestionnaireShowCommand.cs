using System.CommandLine;
using IntakeBot.Core.Conversations;

namespace IntakeBot.Cli;

internal static class QuestionnaireShowCommand
{
    public static System.CommandLine.Command Create()
    {
        var config = Choices.Config();
        var tag = new Option<string>("--lang") { Description = "The language's tag, as in languages/TAG.yaml.", HelpName = "TAG", Required = true };
        var command = new System.CommandLine.Command("show", "Print every screen of a language as a person sees it.") { tag, config };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var reading = QuestionnaireReading.Of(parse.GetValue(config)!);
            if (reading.Value is not { } questionnaire)
            {
                return terminal.Refuse(reading.Problems.Select(p => p.ToString()));
            }

            string[] tags = [.. questionnaire.Languages.Select(l => l.Tag)];
            if (Array.IndexOf(tags, parse.GetValue(tag)) is not (>= 0 and var number))
            {
                return terminal.Refuse($"--lang is one of {string.Join(", ", tags)}.");
            }

            foreach (var seen in EveryScreen.Of(questionnaire, (byte)number).DistinctBy(s => (s.Name, s.Screen.Text)))
            {
                terminal.Data($"== {seen}\n{seen.Screen.Text.TrimEnd()}\n{string.Join('\n', seen.Screen.Rows.Select(Row))}\n");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Row(IReadOnlyList<ScreenButton> row) => string.Join(' ', row.Select(b => $"[{b.Label}]"));
}
