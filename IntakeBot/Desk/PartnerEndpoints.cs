using System.Text;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IntakeBot.Desk;

/// <summary>Which organisations cases may be given to.</summary>
internal sealed class PartnerEndpoints(DeskFolder folder)
{
    private readonly PartnerBook _book = new(folder.PartnersFolder);

    public void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet(DeskPaths.Partners, (HttpContext context) => Page(DeskVisits.Of(context), null));
        inside.MapPost(DeskPaths.Partners, (Delegate)TakeAsync);
        inside.MapPost($"{DeskPaths.Partners}/forget", Forget);
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        var visit = DeskVisits.Of(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var keys = MemberFile.ReadKeys("", await BytesAsync(form, context.RequestAborted), []);
        return _book.Take(form["name"].ToString().Trim(), keys, form["digits"].ToString()) is { } problem
            ? Page(visit, visit.Frame.Words[problem])
            : visit.To(DeskPaths.Partners);
    }

    private RedirectHttpResult Forget(HttpContext context, [FromForm] string name)
    {
        _book.Forget(name);
        return DeskVisits.Of(context).To(DeskPaths.Partners);
    }

    private static async Task<byte[]> BytesAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return Encoding.UTF8.GetBytes(form["text"].ToString().Trim());
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private RazorComponentResult Page(DeskVisit visit, string? problem) => DeskPages.Of<PartnersPage>(visit.Frame, (nameof(PartnersPage.Model), new PartnersModel
    {
        Partners = [.. _book.All().Select(p => (p.Name, p.Fingerprint, p.KeyOf(visit.Today) is not null))],
        OwnFingerprint = Fingerprint.Of(visit.Membership.Identity.Signing.Public),
        Problem = problem,
    }));
}
