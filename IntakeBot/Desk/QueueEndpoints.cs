using IntakeBot.Core.Questionnaires;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>The queue, and the numbers for a screen that others may see.</summary>
internal sealed class QueueEndpoints(DeskDoor door, DeskKey key, DeskFrames frames)
{
    /// <summary><paramref name="inside"/>: only where the desk is open; <paramref name="desk"/>: also while it only shows numbers.</summary>
    public void Map(IEndpointRouteBuilder desk, IEndpointRouteBuilder inside)
    {
        inside.MapGet(DeskPaths.Queue, Queue);
        inside.MapGet(DeskPaths.Help, (HttpContext context) => DeskPages.Of<HelpPage>(DeskVisits.Of(context).Frame));
        desk.MapGet(DeskPaths.Watch, Watch);
        desk.MapPost(DeskPaths.Watch, StartWatch);
    }

    private static RazorComponentResult Queue(HttpContext context)
    {
        var visit = DeskVisits.Of(context);
        var view = new QueueView(visit.Membership, visit.Open.Cases.Sheet, visit.Words, visit.Due, visit.Today);
        var progress = visit.Open.Sync?.State is { IsCatchingUp: true } state ? visit.Frame.Words.With(Phrase.Fetching, state.Done, state.Total) : null;
        return DeskPages.Of<QueuePage>(visit.Frame, (nameof(QueuePage.Model), view.Of(QueueWish.Of(context.Request.Query), progress)));
    }

    private IResult Watch()
    {
        if (door.Open is not { } open)
        {
            return TypedResults.LocalRedirect($"{key.Base}{DeskPaths.Unlock}");
        }

        if (!open.Membership.Member.IsRecipient)
        {
            return TypedResults.LocalRedirect($"{key.Base}{DeskPaths.Audit}");
        }

        var frame = frames.Frame();
        var words = new CaseWords(open.Membership, frame.Words);
        var cases = open.Cases.Sheet.Cases.Where(c => !c.IsClosed).ToList();
        return DeskPages.Of<WatchPage>(
            frame,
            (nameof(WatchPage.IsWatching), door.IsWatching),
            (nameof(WatchPage.Numbers), Enum.GetValues<Level>().OrderDescending().Select(l => (l.ToString(), words.Of(l), cases.Count(c => c.Triage.MayBe == l))).ToList()),
            (nameof(WatchPage.Unassigned), frame.Words.With(Phrase.WatchUnassigned, cases.Count(c => c.Work.Assignee is null))));
    }

    private RedirectHttpResult StartWatch()
    {
        door.Watch();
        return TypedResults.LocalRedirect($"{key.Base}{DeskPaths.Watch}");
    }
}
