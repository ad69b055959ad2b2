namespace IntakeBot.Core.Sealing;

/// <summary>
/// What a member wishes of the holder of the organisation's key. It changes nothing by itself, and nothing in it is secret.
/// <see cref="RosterProposalFile"/> has its bytes.
/// </summary>
public sealed record RosterProposal
{
    /// <summary>Of the roster that it was made for; it fits no other one.</summary>
    public required uint Serial { get; init; }

    /// <summary>Pseudonym of who wishes it.</summary>
    public required string Proposer { get; init; }

    public required RosterWish Wish { get; init; }

    /// <summary>Whom it is about.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Of who is to be added; otherwise null.</summary>
    public RosterRole? Role { get; init; }

    /// <summary>Of who is to be added; otherwise null.</summary>
    public string? Desk { get; init; }

    /// <summary>Of the new identity; null where somebody is to be removed.</summary>
    public StatedKeys? Keys { get; init; }

    /// <summary>True where everything that the wish needs is there, and nothing else.</summary>
    public bool IsWhole => (Role is not null, Desk is not null, Keys is not null) == Wish switch
    {
        RosterWish.Add => (true, true, true),
        RosterWish.Replace => (false, false, true),
        _ => (false, false, false),
    };

    /// <summary>Null where it can be done to a roster of these members and desks.</summary>
    public ProposalFlaw? FlawIn(IReadOnlyCollection<(string Pseudonym, string SigningKey)> members, IEnumerable<string> desks)
    {
        var isMember = members.Any(m => m.Pseudonym == Pseudonym);
        return !Roster.IsName(Pseudonym) ? ProposalFlaw.NotAName
            : Wish is RosterWish.Add && isMember ? ProposalFlaw.PseudonymTaken
            : Wish is not RosterWish.Add && !isMember ? ProposalFlaw.NotAMember
            : Keys is not null && members.Any(m => m.SigningKey == Keys.SigningKey.ToString()) ? ProposalFlaw.KeyTaken
            : Desk is not null && !desks.Contains(Desk) ? ProposalFlaw.NoSuchDesk
            : null;
    }

    /// <summary>Changes the draft and the files of the members beside it, as the verbs that are named like the wish do. False, and nothing was done, where no place is free.</summary>
    public bool Apply(RosterDraft draft, string configFolder, Day today)
    {
        switch (Wish)
        {
            case RosterWish.Add when draft.FreePlace(today) is { } place:
                draft.Add(Pseudonym, RosterProposalFile.NameOf(Role!.Value), Desk!, Keys!.SigningKey, place, recovery: false, today);
                break;
            case RosterWish.Replace:
                _ = draft.Replace(Pseudonym, Keys!.SigningKey, today);
                break;
            case RosterWish.Remove:
                _ = draft.Remove(Pseudonym, today);
                break;
            default:
                return false;
        }

        if (Keys is not null)
        {
            MemberFile.Put(Keys, configFolder, Pseudonym);
        }

        return true;
    }

    public override string ToString() => $"{Wish} {Pseudonym}";
}
