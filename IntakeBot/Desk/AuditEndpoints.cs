using System.Globalization;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>The auditor's page. Each look asks the server for its whole log, and pins what it saw.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder inside) => inside.MapGet(DeskPaths.Audit, ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, DeskFolder folder, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        if (visit.Membership.Member.IsRecipient)
        {
            return visit.To(DeskPaths.Queue);
        }

        var pin = File.Exists(folder.LogPinFile) ? HeadPin.Parse((await File.ReadAllTextAsync(folder.LogPinFile, cancellationToken)).Trim()) : null;
        var log = await visit.Open.ReadLogAsync(pin, cancellationToken);
        if (log?.Head is { } head && head != pin)
        {
            WholeFile.Replace(folder.LogPinFile, System.Text.Encoding.ASCII.GetBytes($"{head}\n"), secret: true);
        }

        byte? member = byte.TryParse(context.Request.Query["member"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
        return DeskPages.Of<AuditPage>(visit.Frame, (nameof(AuditPage.Model), new AuditView(visit, log).Of(member)));
    }
}
