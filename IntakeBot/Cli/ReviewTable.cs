using IntakeBot.Core.Questionnaires;
using Spectre.Console;

namespace IntakeBot.Cli;

/// <summary>Who has signed off which words: a row for each language in plain and in quiet words.</summary>
internal static class ReviewTable
{
    public static Table Of(Questionnaire questionnaire)
    {
        var table = new Table();
        foreach (var column in new[] { "language", "name", "words", "state", "reviewed by" })
        {
            table.AddColumn(column);
        }

        foreach (var (number, plain) in questionnaire.Languages.Index())
        {
            Add(table, plain, WordPackName.Plain, plain);
            Add(table, plain, WordPackName.Quiet, questionnaire.Quiet.ElementAtOrDefault(number));
        }

        return table;
    }

    private static void Add(Table table, Language language, string words, Language? pack) => table.AddRow(
        new Text(language.Tag),
        new Text(language.Name),
        new Text(words),
        new Text(pack is null ? "none" : pack.Draft ? "draft" : "signed off"),
        new Text(pack is null ? "" : string.Join(", ", pack.ReviewedBy.DefaultIfEmpty("nobody"))));
}
