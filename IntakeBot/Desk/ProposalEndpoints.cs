using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>A wish for the holder of the organisation's key, as a file: the desk cannot change the roster.</summary>
internal static class ProposalEndpoints
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet(DeskPaths.Proposal, (HttpContext context) => Page(DeskVisits.Of(context), null));
        // Without the cast it would be taken for a handler that answers by itself, and lead nowhere.
        inside.MapPost(DeskPaths.Proposal, (Delegate)MakeAsync);
    }

    private static async Task<IResult> MakeAsync(HttpContext context)
    {
        var visit = DeskVisits.Of(context);
        var (member, roster) = (visit.Membership.Member, visit.Membership.Roster);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!member.IsRecipient || !Enum.TryParse<RosterWish>(form["wish"], out var wish) || !Enum.IsDefined(wish))
        {
            return visit.To(DeskPaths.Members);
        }

        var isNew = wish is RosterWish.Add;
        var proposal = new RosterProposal
        {
            Serial = roster.Serial,
            Proposer = member.Pseudonym,
            Wish = wish,
            Pseudonym = form["pseudonym"].ToString().Trim(),
            Role = isNew ? Enum.TryParse<RosterRole>(form["role"], out var role) && Enum.IsDefined(role) ? role : null : null,
            Desk = isNew ? form["desk"].ToString() : null,
            Keys = wish is RosterWish.Remove ? null : await KeysAsync(form, context.RequestAborted),
        };
        var members = roster.Members.Select(m => (m.Pseudonym, m.SigningKey.ToString())).ToList();
        var flaw = proposal.FlawIn(members, roster.Desks);
        if (wish is not RosterWish.Remove && proposal.Keys is null)
        {
            return Page(visit, visit.Frame.Words[Phrase.ProposalNoKeys]);
        }

        // Neither can be chosen on the page.
        if (!proposal.IsWhole || flaw is ProposalFlaw.NoSuchDesk)
        {
            return visit.To(DeskPaths.Proposal);
        }

        return flaw is { } wrong
            ? Page(visit, visit.Frame.Words[PhraseOf(wrong)])
            : TypedResults.File(RosterProposalFile.Encode(proposal, visit.Membership.Identity.Signing), "application/json", $"proposal-{proposal.Pseudonym}.json");
    }

    /// <summary>From the file, or where none was chosen from the field; null where it is not a member's public file.</summary>
    private static async Task<StatedKeys?> KeysAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return MemberFile.ReadKeys("", Encoding.UTF8.GetBytes(form["text"].ToString().Trim()), []);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return MemberFile.ReadKeys("", bytes.ToArray(), []);
    }

    private static Phrase PhraseOf(ProposalFlaw flaw) => flaw switch
    {
        ProposalFlaw.NotAName => Phrase.ProposalNotAName,
        ProposalFlaw.PseudonymTaken => Phrase.ProposalNameTaken,
        ProposalFlaw.KeyTaken => Phrase.ProposalKeyTaken,
        _ => Phrase.ProposalNotAMember,
    };

    private static IResult Page(DeskVisit visit, string? problem) => !visit.Membership.Member.IsRecipient
        ? visit.To(DeskPaths.Members)
        : DeskPages.Of<ProposalPage>(visit.Frame, (nameof(ProposalPage.Model), new ProposalModel
        {
            Members = [.. visit.Membership.Roster.Members.Select(m => m.Pseudonym)],
            Desks = visit.Membership.Roster.Desks,
            Roles = [.. Enum.GetValues<RosterRole>().Select(r => (r.ToString(), visit.Frame.Words[MembersView.PhraseOf(r)]))],
            Problem = problem,
        }));
}
