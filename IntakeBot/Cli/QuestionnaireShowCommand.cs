using System.CommandLine;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Covers;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Cli;

internal static class QuestionnaireShowCommand
{
    public static System.CommandLine.Command Create()
    {
        var config = Choices.Config();
        var tag = new Option<string>("--lang") { Description = "The language's tag, as in languages/TAG.yaml.", HelpName = "TAG", Required = true };
        var words = new Option<string>("--words")
        {
            Description = $"Which of its words: {WordPackName.All}.",
            DefaultValueFactory = _ => WordPackName.Plain,
            HelpName = "WORDS",
        };
        var command = new System.CommandLine.Command("show", "Print every screen of a language as a person sees it.") { tag, words, config };
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

            if (WordPackName.Read(parse.GetValue(words)!) is not { } pack)
            {
                return terminal.Refuse($"--words is {WordPackName.All}.");
            }

            if (pack is WordPack.Quiet && questionnaire.Quiet[number] is null)
            {
                return terminal.Refuse($"{tags[number]} has no quiet words: there is no languages/quiet/{tags[number]}.yaml.");
            }

            foreach (var seen in EveryScreen.Of(questionnaire.InWords(pack), (byte)number, QuestionnaireReading.BookletOf(folder, questionnaire.InWords(pack)))
                .DistinctBy(s => (s.Name, s.Screen.Text)))
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
