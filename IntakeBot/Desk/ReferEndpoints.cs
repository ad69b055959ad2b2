using IntakeBot.Core.Exchange;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>One case for a partner organisation: with her yes, or a colleague's where she cannot be asked; written down before the file is there.</summary>
internal sealed class ReferEndpoints(DeskFolder folder, DeskTemplates templates)
{
    private const string Agreed = "agreed";

    private readonly PartnerBook _partners = new(folder.PartnersFolder);

    public void Map(IEndpointRouteBuilder inside)
    {
        var path = $"{DeskPaths.Case}/{{handle}}/refer";
        inside.MapGet(path, (HttpContext context, string handle, CancellationToken stop) =>
            WithCaseAsync(context, handle, async (visit, @case) => Page(visit, @case, await MailboxAsync(visit, @case, stop), null)));
        inside.MapPost(path, (HttpContext context, string handle, CancellationToken stop) => WithCaseAsync(context, handle, (visit, @case) => ReferAsync(context, visit, @case, stop)));
        inside.MapPost($"{path}/ask", (HttpContext context, string handle, CancellationToken stop) => WithCaseAsync(context, handle, (visit, @case) => AskAsync(visit, @case, stop)));
    }

    private async Task<IResult> ReferAsync(HttpContext context, DeskVisit visit, Case @case, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var mailbox = await MailboxAsync(visit, @case, cancellationToken);
        var view = View(visit, @case);
        var (model, slots) = (view.Of([], mailbox, null), view.Chosen(form["slot"]));
        var consent = form["consent"].ToString();
        var mayGo = consent == Agreed ? model.IsAgreed : model.Asked.Any(a => a.IsYes && a.Name == consent);
        if (!mayGo || slots.Count == 0 || _partners.Find(form["partner"].ToString()) is not { } partner || partner.KeyOf(visit.Today) is not var (epoch, key))
        {
            return Page(visit, @case, mailbox, Phrase.ReferNotChosen);
        }

        if (await FileAsync(visit, @case, slots, partner, epoch, key, cancellationToken) is not { } file)
        {
            return Page(visit, @case, mailbox, Phrase.ReferNotHere);
        }

        return await RecordAsync(visit, @case, partner, consent == Agreed, cancellationToken)
            ? TypedResults.File(file, "application/octet-stream", $"referral-{partner.Name}-{visit.Today}.bundle")
            : Page(visit, @case, mailbox, Phrase.NotSaved);
    }

    /// <summary>Null where it cannot be copied.</summary>
    private async Task<byte[]?> FileAsync(
        DeskVisit visit, Case @case, IReadOnlyCollection<Slot> slots, Partner partner, uint epoch, RecipientKey key, CancellationToken cancellationToken)
    {
        var (cold, hot) = await visit.Open.Rows.FindAsync(@case.Place, cancellationToken);
        if (cold is null || hot is null || QuestionnaireFiles.Find(folder.ConfigFolder, @case.By.Hash) is not { } files
            || visit.Membership.Copy(cold, hot, slots, key, epoch, visit.Today) is not { } copy)
        {
            return null;
        }

        var bundle = new Bundle { Day = visit.Today, Files = files, Rows = [copy], Mailboxes = [], Tombstones = [] };
        return ReferralFile.Encode(bundle, partner.Keys.SigningKey, visit.Membership.Identity.Signing);
    }

    private static async Task<bool> RecordAsync(DeskVisit visit, Case @case, Partner partner, bool withoutHer, CancellationToken cancellationToken) =>
        (!withoutHer || await visit.Open.Work.TryRecordAsync(@case, EventBody.Noted.Of(visit.Frame.Words.With(Phrase.ReferNote, partner.Logged))!, cancellationToken))
        && await visit.Open.Work.TryRecordAsync(@case, EventBody.Referred.Of(partner.Logged)!, cancellationToken);

    private async Task<IResult> AskAsync(DeskVisit visit, Case @case, CancellationToken cancellationToken)
    {
        var isAsked = visit.Second.IsWaiting(@case.Key.Mark)
            || await visit.Open.WriteMemoAsync(new MemoBody.Asked(CaseWish.NameOf(@case.Key.Mark, visit.Now), SecondFor.Referral, 1), cancellationToken) > 0;
        return isAsked ? visit.ToCase(@case, "/refer") : Page(visit, @case, await MailboxAsync(visit, @case, cancellationToken), Phrase.NotSaved);
    }

    private RazorComponentResult Page(DeskVisit visit, Case @case, Mailbox? mailbox, Phrase? problem) =>
        DeskPages.Of<ReferPage>(visit.Frame, (nameof(ReferPage.Model), View(visit, @case).Of(_partners.All(), mailbox, problem)));

    private ReferView View(DeskVisit visit, Case @case) => new(visit, @case, new(visit.Membership, visit.Words, templates.Of(visit.Membership.Questionnaire)));

    private static Task<Mailbox?> MailboxAsync(DeskVisit visit, Case @case, CancellationToken cancellationToken) =>
        visit.Open.Replies.FindMailboxAsync(@case.Reading, cancellationToken);

    /// <summary>Who has not opened it yet does so first: it is on this page too.</summary>
    private static Task<IResult> WithCaseAsync(HttpContext context, string handle, Func<DeskVisit, Case, Task<IResult>> use)
    {
        var visit = DeskVisits.Of(context);
        return visit.Open.Cases.Find(handle) is not { } @case ? Task.FromResult<IResult>(visit.Say(Phrase.GoneTitle, visit.Frame.Words[Phrase.GoneText]))
            : @case.Work.Openings.All(o => o.Author != visit.Membership.Member.Place) ? Task.FromResult<IResult>(visit.ToCase(@case))
            : use(visit, @case);
    }
}
