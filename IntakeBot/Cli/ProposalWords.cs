using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>A proposal for the holder of the organisation's key: what would be another, and whom to call.</summary>
internal static class ProposalWords
{
    public static IEnumerable<string> Of(RosterProposal proposal, RosterDraft draft)
    {
        var name = proposal.Pseudonym;
        yield return $"{proposal.Proposer} proposes for roster {proposal.Serial}, signed with the key {FingerprintOf(proposal.Proposer, draft)}:";
        switch (proposal.Wish)
        {
            case RosterWish.Add:
                yield return $"  Add {name} as {proposal.Role!.Value.ToString().ToLowerInvariant()} at desk {proposal.Desk}.";
                yield return $"  Compare by voice with {name}: {Fingerprint.Of(proposal.Keys!.SigningKey)}";
                break;
            case RosterWish.Replace:
                yield return $"  Give {name} a new key, in place of {FingerprintOf(name, draft)}.";
                yield return $"  Compare by voice with {name}: {Fingerprint.Of(proposal.Keys!.SigningKey)}";
                yield return "  What was sealed to the lost key opens for this member only when a colleague seals it anew.";
                break;
            default:
                yield return $"  Remove {name}, whose key is {FingerprintOf(name, draft)}.";
                yield return "  The server takes their stanzas out of every row, but what they have copied stays readable to them.";
                break;
        }

        yield return $"Call {proposal.Proposer} on a number that you know: a signature says whose key it was, not who had it.";
    }

    public static string Of(ProposalFlaw flaw, RosterProposal proposal) => flaw switch
    {
        ProposalFlaw.NotAName => "the pseudonym in it is not made of a-z, 0-9 and -, 32 at most",
        ProposalFlaw.PseudonymTaken => $"{proposal.Pseudonym} is a member already",
        ProposalFlaw.KeyTaken => "a member has this signing key already; the new identity is made with 'intakebot keys new', or by a new desk",
        ProposalFlaw.NotAMember => $"{proposal.Pseudonym} is not a member",
        _ => "names a desk that the roster does not have",
    };

    public static string Done(RosterWish wish) => wish switch
    {
        RosterWish.Add => "added",
        RosterWish.Replace => "replaced",
        _ => "removed",
    };

    private static string FingerprintOf(string pseudonym, RosterDraft draft) =>
        VerifyKey.Parse(draft.Members.First(m => m.Pseudonym == pseudonym).SigningKey) is { } key ? Fingerprint.Of(key) : "that cannot be read";
}
