using System.CommandLine;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Covers;

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
            var folder = parse.GetValue(config)!;
            var reading = QuestionnaireReading.Of(folder);
            if (reading.Value is not { } questionnaire)
            {
                return terminal.Refuse(reading.Problems.Select(p => p.ToString()));
            }

            string[] tags = [.. questionnaire.Languages.Select(l => l.Tag)];
            if (Array.IndexOf(tags, parse.GetValue(tag)) is not (>= 0 and var number))
            {
                return terminal.Refuse($"--lang is one of {string.Join(", ", tags)}.");
            }

            foreach (var seen in EveryScreen.Of(questionnaire, (byte)number, QuestionnaireReading.BookletOf(folder, questionnaire)).DistinctBy(s => (s.Name, s.Screen.Text)))
            {
                terminal.Data($"== {seen}\n{seen.Screen.Text.TrimEnd()}\n{string.Join('\n', seen.Screen.Rows.Select(Row))}\n");
            }

            foreach (var name in QuestionnaireReading.Covers(folder))
            {
                var card = CoverFile.Read(folder, name, tags).Value!.Draw((byte)number, 0, null, 0);
                terminal.Data($"== cover {name}\n{card.Text}\n{string.Join('\n', card.Rows.Select(row => string.Join(' ', row.Select(b => $"[{b.Label}]"))))}\n");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Row(IReadOnlyList<ScreenButton> row) => string.Join(' ', row.Select(b => $"[{b.Label}]"));
}
