using IntakeBot.Core.Intakes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>What leaves the desk in another form than a reply: one case for a printer, and a table of open ones. Each is written down before it is shown.</summary>
internal static class TakeOutEndpoints
{
    /// <summary>Cases in one table: each is a step of work, and the server takes so many in a minute.</summary>
    public const int MostInTable = 500;

    private const string FileName = "cases.csv";

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapPost($"{DeskPaths.Case}/{{handle}}/print", PrintAsync);
        inside.MapPost(DeskPaths.TableFile, TableAsync);
    }

    private static async Task<IResult> PrintAsync(HttpContext context, string handle, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        if (visit.Open.Cases.Find(handle) is not { } @case)
        {
            return visit.Say(Phrase.GoneTitle, visit.Frame.Words[Phrase.GoneText]);
        }

        if (!await visit.Open.Work.TryRecordAsync(@case, new EventBody.TakenOut(TakenHow.Printed), cancellationToken))
        {
            return visit.Say(Phrase.NotSavedTitle, visit.Frame.Words[Phrase.NotSaved]);
        }

        var model = new CaseView(visit.Membership, visit.Words, visit.Due, visit.Open.Cases.Sheet, visit.Zone, visit.Now).Of(@case, null);
        return DeskPages.Of<PrintPage>(visit.Frame, (nameof(PrintPage.Model), model));
    }

    /// <summary>Only where a colleague agreed within the hour. A case whose taking out cannot be written down is not in it.</summary>
    private static async Task<IResult> TableAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        if (visit.Second.Agreements(SecondFor.Table) == 0)
        {
            return visit.To($"{DeskPaths.Second}?what={SecondFor.Table}");
        }

        var open = visit.Open.Cases.Sheet.Cases.Where(c => !c.IsClosed).ToList();
        if (open.Count > MostInTable)
        {
            return visit.Say(Phrase.NotSavedTitle, visit.Frame.Words.With(Phrase.TableTooMany, open.Count, MostInTable));
        }

        var taken = new List<Case>();
        foreach (var @case in open)
        {
            if (await visit.Open.Work.TryRecordAsync(@case, new EventBody.TakenOut(TakenHow.Table), cancellationToken))
            {
                taken.Add(@case);
            }
        }

        return File(visit, taken);
    }

    /// <summary>What staff need to share out work; not a word of what she said.</summary>
    private static FileContentHttpResult File(DeskVisit visit, IEnumerable<Case> cases)
    {
        var (words, view) = (visit.Frame.Words, visit.Words);
        string[] heading =
        [
            words[Phrase.AuditCase], words[Phrase.ColumnLevel], words[Phrase.ColumnDay], words[Phrase.ColumnLanguage], words[Phrase.Status], words[Phrase.ColumnWho], words[Phrase.FollowUp],
            words[Phrase.Tags],
        ];
        var rows = cases.Select(c => CsvRow.Of(
            c.Place.ToString()[..8], c.Triage.MayBe.ToString(), view.DayOf(c.Reading), view.LanguageOf(c.Reading.Language), view.Of(c.Work.Status), view.Assignee(c.Work),
            c.Work.FollowUp is { } day ? new Core.Sealing.Day(day).ToString() : "", string.Join("; ", c.Work.Tags.Select(t => t.Body.Tag))));
        return TypedResults.Bytes(CsvRow.File(rows.Prepend(CsvRow.Of(heading))), "text/csv; charset=utf-8", FileName);
    }
}
