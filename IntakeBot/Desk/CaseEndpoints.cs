using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
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
        inside.MapPost($"{path}/note", (HttpContext context, string handle, [FromForm] string text, CancellationToken stop) =>
            RecordAsync(context, handle, EventBody.Noted.Of(text.ReplaceLineEndings("\n").Trim()), stop));
        inside.MapPost($"{path}/tag", (HttpContext context, string handle, [FromForm] string tag, CancellationToken stop) =>
            RecordAsync(context, handle, EventBody.Tagged.Of(tag.Trim(), isOn: true), stop));
        inside.MapPost($"{path}/untag", (HttpContext context, string handle, [FromForm] string tag, CancellationToken stop) =>
            RecordAsync(context, handle, EventBody.Tagged.Of(tag, isOn: false), stop));
        inside.MapPost($"{path}/follow", (HttpContext context, string handle, [FromForm] string day, CancellationToken stop) =>
            RecordAsync(context, handle, day.Length == 0 ? new EventBody.FollowUp(0) : Day.Parse(day) is { } read ? new EventBody.FollowUp(read.Number) : null, stop));
        inside.MapPost($"{path}/merge", MergeAsync);
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

        var self = visit.Membership.Member.Place;
        if (found.Work.Openings.All(o => o.Author != self) && OpeningLimit.IsReached(visit.Open.Cases.Sheet, self, visit.Second, visit.Now))
        {
            return visit.To($"{DeskPaths.Second}?what={SecondFor.Openings}");
        }

        if (!await visit.Open.Work.OpenedAsync(found, cancellationToken))
        {
            return visit.Say(Phrase.NotOpenedTitle, visit.Frame.Words[Phrase.NotOpened]);
        }

        var mark = visit.Open.Cases.MarkOf(handle) ?? "";
        var @case = visit.Open.Cases.Find(handle) ?? found;
        var mailbox = await visit.Open.Replies.FindMailboxAsync(@case.Reading, cancellationToken);
        var model = new CaseView(visit.Membership, visit.Words, visit.Due, visit.Open.Cases.Sheet, visit.Zone, visit.Now).Of(@case, mailbox);
        return DeskPages.Of<CasePage>(visit.Frame, (nameof(CasePage.Model), model with { Mark = mark }));
    }

    private static Task<IResult> StatusAsync(HttpContext context, string handle, [FromForm] string status, CancellationToken cancellationToken) =>
        Enum.TryParse<CaseStatus>(status, out var read) && Enum.IsDefined(read)
            ? RecordAsync(context, handle, _ => new EventBody.StatusSet(read), cancellationToken)
            : Task.FromResult<IResult>(TypedResults.BadRequest());

    private static async Task<IResult> MergeAsync(HttpContext context, string handle, [FromForm] string place, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        if (place.Length == 0)
        {
            return await RecordAsync(context, handle, new EventBody.Merged(0), cancellationToken);
        }

        var (self, wanted) = (visit.Open.Cases.Find(handle), place.Trim());
        var into = visit.Open.Cases.Sheet.Cases.Where(c => c.Place != self?.Place && wanted.Length >= 6 && c.Place.ToString().StartsWith(wanted, StringComparison.Ordinal)).ToList();
        return await RecordAsync(context, handle, into is [{ Work.MergedInto: null } one] ? new EventBody.Merged(one.Place.Value) : null, cancellationToken);
    }

    /// <summary>Null for <paramref name="body"/>: what was typed cannot be written.</summary>
    private static Task<IResult> RecordAsync(HttpContext context, string handle, EventBody? body, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        return body is null ? Task.FromResult<IResult>(visit.Say(Phrase.NotSavedTitle, visit.Frame.Words[Phrase.NotUnderstood])) : RecordAsync(context, handle, _ => body, cancellationToken);
    }

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
