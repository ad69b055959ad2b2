using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IntakeBot.Desk;

/// <summary>Who is in the roster, and giving the cases to who came lately.</summary>
internal static class MembersEndpoints
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet(DeskPaths.Members, (HttpContext context) => Page(DeskVisits.Of(context)));
        inside.MapPost($"{DeskPaths.Members}/give", Give);
    }

    private static RazorComponentResult Page(DeskVisit visit) => DeskPages.Of<MembersPage>(visit.Frame, (nameof(MembersPage.Model), new MembersView(visit).Of()));

    private static RedirectHttpResult Give(HttpContext context, [FromForm] string pseudonym)
    {
        var visit = DeskVisits.Of(context);
        var isOffered = visit.Open.Sync is not null && visit.Membership.Roster.Members.Any(m => m.Pseudonym == pseudonym && visit.Open.Passing.IsFor(m, visit.Today));
        _ = isOffered && visit.Open.Passing.TryStart(pseudonym);
        return visit.To(DeskPaths.Members);
    }
}
