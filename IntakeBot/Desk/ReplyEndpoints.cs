using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>Writing a reply: text, preview, and then to a second member or into her mailbox.</summary>
internal sealed class ReplyEndpoints(DeskTemplates templates)
{
    public void Map(IEndpointRouteBuilder inside)
    {
        var path = $"{DeskPaths.Case}/{{handle}}";
        inside.MapGet($"{path}/reply", (HttpContext context, string handle, CancellationToken stop) =>
            WithCaseAsync(context, handle, (visit, @case) => BeginAsync(visit, @case, stop)));
        inside.MapPost($"{path}/reply", (HttpContext context, string handle, CancellationToken stop) => WithCaseAsync(context, handle, (visit, @case) => WriteAsync(context, visit, @case, stop)));
        inside.MapGet($"{path}/draft/{{name}}", (HttpContext context, string handle, string name, CancellationToken stop) =>
            WithDraftAsync(context, handle, name, (visit, @case, draft, mailbox) => Task.FromResult<IResult>(Draft(visit, @case, draft, mailbox, null)), stop));
        inside.MapPost($"{path}/draft/{{name}}", (HttpContext context, string handle, string name, CancellationToken stop) =>
            WithDraftAsync(context, handle, name, (visit, @case, draft, mailbox) => DecideAsync(context, visit, @case, draft, mailbox, stop), stop));
    }

    /// <summary>Who has no mailbox cannot be answered, and her case says so.</summary>
    private async Task<IResult> BeginAsync(DeskVisit visit, Case @case, CancellationToken cancellationToken) =>
        await visit.Open.Replies.FindMailboxAsync(@case.Reading, cancellationToken) is null
            ? visit.ToCase(@case) : Compose(visit, @case, "", @case.Reading.Language ?? visit.Membership.Questionnaire.Languages[0].Tag);

    private async Task<IResult> WriteAsync(HttpContext context, DeskVisit visit, Case @case, CancellationToken cancellationToken)
    {
        var wish = await ReplyWish.ReadAsync(context.Request, @case.Reading, visit.Membership.Questionnaire, cancellationToken);
        if (wish.Template is { } template)
        {
            return Compose(visit, @case, View(visit).TextOf(template, wish.Language) ?? wish.Text, wish.Language);
        }

        if (wish.Act is not ("preview" or "send"))
        {
            return Compose(visit, @case, wish.Text, wish.Language);
        }

        var model = ModelOf(visit, @case, wish.Text, wish.Language);
        if (Reply.Of(wish.Language, wish.Text) is not { } reply)
        {
            var problem = wish.Text.Length switch { 0 => Phrase.ReplyEmpty, > Reply.MaxLength => Phrase.FindsTooLong, _ => Phrase.FindsUnreadable };
            return DeskPages.Of<ReplyPage>(visit.Frame, (nameof(ReplyPage.Model), model with { Problem = visit.Frame.Words[problem] }));
        }

        var mayGo = model.Findings.Count + model.Warnings.Count == 0 || wish.Despite;
        if (wish.Act == "preview" || !mayGo)
        {
            return Preview(visit, wish.Act == "preview" ? model : model with { Problem = visit.Frame.Words[Phrase.TickDespite] });
        }

        var mailbox = await visit.Open.Replies.FindMailboxAsync(@case.Reading, cancellationToken);
        return mailbox is not null && visit.Open.Replies.Write(reply, mailbox, @case.Reading, visit.Today) is { } draft
            ? await SendAsync(visit, @case, draft, model, cancellationToken)
            : Preview(visit, model with { Problem = visit.Frame.Words[Phrase.NoReplyMailbox] });
    }

    /// <summary>Where two must sign it goes to the second; where one is enough, to her.</summary>
    private static async Task<IResult> SendAsync(DeskVisit visit, Case @case, ReplyDraft draft, ReplyModel model, CancellationToken cancellationToken)
    {
        if (visit.Membership.Roster.Approvals > 1)
        {
            return await visit.Open.Work.TryRecordAsync(@case, draft.ToEvent(), cancellationToken)
                ? visit.Say(Phrase.DraftedTitle, visit.Frame.Words[Phrase.DraftedText])
                : Preview(visit, model with { Problem = visit.Frame.Words[Phrase.NotSaved] });
        }

        if (!await visit.Open.PutReplyAsync(@case, draft.ToSigned(), cancellationToken))
        {
            return Preview(visit, model with { Problem = visit.Frame.Words[Phrase.NotSent] });
        }

        // So that colleagues can read what she was asked.
        _ = await visit.Open.Work.TryRecordAsync(@case, draft.ToEvent(), cancellationToken);
        return visit.Say(Phrase.SentTitle, visit.Frame.Words[Phrase.SentText]);
    }

    private async Task<IResult> DecideAsync(HttpContext context, DeskVisit visit, Case @case, ReplyDraft draft, Mailbox mailbox, CancellationToken cancellationToken)
    {
        var wish = await ReplyWish.ReadAsync(context.Request, @case.Reading, visit.Membership.Questionnaire, cancellationToken);
        var name = ReplyAnswers.NameOf(draft.Reply.Id);
        if (wish.Act == "withdraw")
        {
            return await visit.Open.Work.TryRecordAsync(@case, new EventBody.ReplyWithdrawn(name), cancellationToken)
                ? visit.ToCase(@case) : Draft(visit, @case, draft, mailbox, Phrase.NotSaved);
        }

        if (wish.Act != "approve" || visit.Open.Replies.IsAuthorOf(draft))
        {
            return Draft(visit, @case, draft, mailbox, null);
        }

        var signed = visit.Open.Replies.Approve(draft);
        if (signed.Refusal(visit.Membership.Roster, visit.Today) is not ReplyRefusal.None and var refusal)
        {
            return Draft(visit, @case, draft, mailbox, refusal is ReplyRefusal.Day ? Phrase.DraftTooOld : Phrase.DraftNotSigned);
        }

        return await visit.Open.PutReplyAsync(@case, signed, cancellationToken)
            ? visit.Say(Phrase.SentTitle, visit.Frame.Words[Phrase.SentText])
            : Draft(visit, @case, draft, mailbox, Phrase.NotSent);
    }

    private RazorComponentResult Compose(DeskVisit visit, Case @case, string text, string language) =>
        DeskPages.Of<ReplyPage>(visit.Frame, (nameof(ReplyPage.Model), ModelOf(visit, @case, text, language)));

    private static RazorComponentResult Preview(DeskVisit visit, ReplyModel model) => DeskPages.Of<PreviewPage>(visit.Frame, (nameof(PreviewPage.Model), model with
    {
        MayApprove = true,
        Next = visit.Frame.Words[visit.Membership.Roster.Approvals > 1 ? Phrase.NextSecond : Phrase.NextSend],
    }));

    /// <summary>Shows what the person will read: opened from the very bytes that are sent.</summary>
    private RazorComponentResult Draft(DeskVisit visit, Case @case, ReplyDraft draft, Mailbox mailbox, Phrase? problem)
    {
        var isOwn = visit.Open.Replies.IsAuthorOf(draft);
        if (draft.Mailbox != mailbox.Place || draft.TextFor(mailbox.Key) is not { } reply)
        {
            return visit.Say(Phrase.DraftTitle, visit.Frame.Words[Phrase.DraftOdd]);
        }

        return DeskPages.Of<PreviewPage>(visit.Frame, (nameof(PreviewPage.Model), ModelOf(visit, @case, reply.Text, reply.Language) with
        {
            Draft = ReplyAnswers.NameOf(draft.Reply.Id).ToString("x16", CultureInfo.InvariantCulture),
            Author = visit.Words.NameOf(draft.Author.RosterPlace),
            MayApprove = !isOwn,
            Next = visit.Frame.Words[isOwn ? Phrase.DraftWaits : Phrase.NextApprove],
            Problem = problem is { } p ? visit.Frame.Words[p] : null,
        }));
    }

    private ReplyModel ModelOf(DeskVisit visit, Case @case, string text, string language) => View(visit).Of(
        @case, text, language, new CaseView(visit.Membership, visit.Words, visit.Due, visit.Open.Cases.Sheet, visit.Zone, visit.Now).Warnings(@case));

    private ReplyView View(DeskVisit visit) => new(visit.Membership, visit.Words, templates.Of(visit.Membership.Questionnaire));

    private static async Task<IResult> WithCaseAsync(HttpContext context, string handle, Func<DeskVisit, Case, Task<IResult>> use)
    {
        var visit = DeskVisits.Of(context);
        return visit.Open.Cases.Find(handle) is { } @case ? await use(visit, @case) : visit.Say(Phrase.GoneTitle, visit.Frame.Words[Phrase.GoneText]);
    }

    private static Task<IResult> WithDraftAsync(
        HttpContext context, string handle, string name, Func<DeskVisit, Case, ReplyDraft, Mailbox, Task<IResult>> use, CancellationToken cancellationToken) =>
        WithCaseAsync(context, handle, async (visit, @case) =>
            ulong.TryParse(name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            && @case.Work.Drafts.FirstOrDefault(d => d.Body.Name == number) is { } entry && ReplyDraft.Of(entry.Body) is { } draft
            && await visit.Open.Replies.FindMailboxAsync(@case.Reading, cancellationToken) is { } mailbox
                ? await use(visit, @case, draft, mailbox)
                : visit.Say(Phrase.GoneTitle, visit.Frame.Words[Phrase.DraftGone]));
}
