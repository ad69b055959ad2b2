using IntakeBot.Core.Intakes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IntakeBot.Desk;

/// <summary>One case: reading it, taking it, removing it.</summary>
internal static class CaseEndpoints
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        var path = $"{DeskPaths.Case}/{{handle}}";
        inside.MapGet(path, ShowAsync);
        inside.MapPost($"{path}/take", (HttpContext context, string handle, CancellationToken stop) => RecordAsync(context, handle, v => new EventBody.Assigned(v.Membership.Member.Place), stop));
        inside.MapPost($"{path}/leave", (HttpContext context, string handle, CancellationToken stop) => RecordAsync(context, handle, _ => new EventBody.Assigned(null), stop));
        inside.MapPost($"{path}/status", StatusAsync);
        inside.MapPost($"{path}/remove", RemoveAsync);
    }

    /// <summary>That somebody opened it is written down before it is shown.</summary>
    private static async Task<IResult> ShowAsync(HttpContext context, string handle, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        if (visit.Open.Cases.Find(handle) is not { } found)
        {
            return Gone(visit);
        }

        await visit.Open.Work.OpenedAsync(found, cancellationToken);
        var @case = visit.Open.Cases.Find(handle) ?? found;
        var mailbox = await visit.Open.Replies.FindMailboxAsync(@case.Reading, cancellationToken);
        var model = new CaseView(visit.Membership, visit.Words, visit.Due, visit.Zone, visit.Now).Of(@case, mailbox);
        return DeskPages.Of<CasePage>(visit.Frame, (nameof(CasePage.Model), model));
    }

    private static Task<IResult> StatusAsync(HttpContext context, string handle, [FromForm] string status, CancellationToken cancellationToken) =>
        Enum.TryParse<CaseStatus>(status, out var read) && Enum.IsDefined(read)
            ? RecordAsync(context, handle, _ => new EventBody.StatusSet(read), cancellationToken)
            : Task.FromResult<IResult>(TypedResults.BadRequest());

    private static async Task<IResult> RecordAsync(HttpContext context, string handle, Func<DeskVisit, EventBody> body, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        if (visit.Open.Cases.Find(handle) is not { } @case)
        {
            return Gone(visit);
        }

        return await visit.Open.Work.TryRecordAsync(@case, body(visit), cancellationToken)
            ? visit.ToCase(@case)
            : visit.Say(Phrase.NotSavedTitle, visit.Frame.Words[Phrase.NotSaved]);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, string handle, [FromForm] string sure, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        if (visit.Open.Cases.Find(handle) is not { } @case || sure != "yes")
        {
            return Gone(visit);
        }

        return await visit.Open.RemoveAsync(@case, cancellationToken)
            ? visit.Say(Phrase.RemovedTitle, visit.Frame.Words[Phrase.RemovedText])
            : visit.Say(Phrase.NotSavedTitle, visit.Frame.Words[Phrase.NotRemoved]);
    }

    private static RazorComponentResult Gone(DeskVisit visit) => visit.Say(Phrase.GoneTitle, visit.Frame.Words[Phrase.GoneText]);
}
