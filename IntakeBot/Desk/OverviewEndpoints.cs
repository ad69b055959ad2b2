using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>Numbers for a report, and the file of them.</summary>
internal static class OverviewEndpoints
{
    private const string FileName = "overview.csv";

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet(DeskPaths.Overview, Page);
        inside.MapGet(DeskPaths.OverviewFile, File);
    }

    private static RazorComponentResult Page(HttpContext context)
    {
        var visit = DeskVisits.Of(context);
        return DeskPages.Of<OverviewPage>(visit.Frame, (nameof(OverviewPage.Model), ModelOf(visit)));
    }

    private static FileContentHttpResult File(HttpContext context)
    {
        var visit = DeskVisits.Of(context);
        return TypedResults.Bytes(OverviewFile.Of(ModelOf(visit), visit.Frame.Words), "text/csv; charset=utf-8", FileName);
    }

    private static OverviewModel ModelOf(DeskVisit visit) => new OverviewView(visit.Membership, visit.Open.Cases.Sheet, visit.Words, visit.Today).Of();
}
