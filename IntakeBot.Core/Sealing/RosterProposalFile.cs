using System.Buffers.Text;
using System.Text.Json;

namespace IntakeBot.Core.Sealing;

/// <summary>A proposal as a file that goes from a desk to the holder of the organisation's key, signed by who wishes it.</summary>
public static class RosterProposalFile
{
    private const string Purpose = "roster proposal";

    /// <summary><paramref name="proposer"/> is the key of <see cref="RosterProposal.Proposer"/>.</summary>
    public static byte[] Encode(RosterProposal proposal, SigningKey proposer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(
            new RosterProposalDocument
            {
                Serial = proposal.Serial,
                Proposer = proposal.Proposer,
                Wish = NameOf(proposal.Wish),
                Pseudonym = proposal.Pseudonym,
                Role = proposal.Role is { } role ? NameOf(role) : null,
                Desk = proposal.Desk,
                Member = proposal.Keys is { } keys ? MemberFile.Document(keys.SigningKey, keys.Statements) : null,
            },
            RosterJson.Default.RosterProposalDocument);
        var file = new SignedProposalDocument { Proposal = Base64Url.EncodeToString(bytes), Signature = Base64Url.EncodeToString(proposer.Sign(Purpose, bytes)) };
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, RosterJson.Default.SignedProposalDocument), (byte)'\n'];
    }

    /// <summary>
    /// Null, and the reason added, where it is not whole, was made for another roster than <paramref name="draft"/>, or is not signed by the member of it
    /// whom it names. Whether it can be done is not asked.
    /// </summary>
    public static RosterProposal? Read(string file, RosterDraft draft, ICollection<string> problems)
    {
        if (RosterFiles.Bytes(file, problems) is not { } outer || RosterFiles.Json(file, outer, RosterJson.Default.SignedProposalDocument, problems) is not { } signed)
        {
            return null;
        }

        if (MemberFile.Decode(signed.Proposal) is not { } bytes || MemberFile.Decode(signed.Signature) is not { } signature)
        {
            problems.Add($"{file}: is not a proposal as a desk makes it; get it again");
            return null;
        }

        if (RosterFiles.Json(file, bytes, RosterJson.Default.RosterProposalDocument, problems) is not { } document)
        {
            return null;
        }

        // The name is shown only where it is one: it may be from anybody.
        if (!Roster.IsName(document.Proposer) || draft.ProposerKey(document.Proposer) is not { } proposer)
        {
            problems.Add($"{file}: who proposes it is not staff or lead in this roster");
            return null;
        }

        if (!proposer.Verifies(signature, Purpose, bytes))
        {
            problems.Add($"{file}: is not signed by {document.Proposer}, whom it names; ask {document.Proposer} by voice, and do not take it");
            return null;
        }

        if (document.Serial != draft.Serial)
        {
            problems.Add($"{file}: was made for roster {document.Serial}, and here is roster {draft.Serial}; have it made again at a desk that has this one");
            return null;
        }

        return Of(file, document, problems);
    }

    internal static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static RosterProposal? Of(string file, RosterProposalDocument document, ICollection<string> problems)
    {
        var (wish, role) = (Named<RosterWish>(document.Wish), document.Role is null ? null : Named<RosterRole>(document.Role));
        var keys = document.Member is null ? null : MemberFile.Keys(file, document.Member, problems);
        if (document.Member is not null && keys is null)
        {
            return null;
        }

        if (wish is { } known && (role is null) == (document.Role is null) && new RosterProposal
        {
            Serial = document.Serial,
            Proposer = document.Proposer,
            Wish = known,
            Pseudonym = document.Pseudonym,
            Role = role,
            Desk = document.Desk,
            Keys = keys,
        } is { IsWhole: true } proposal)
        {
            return proposal;
        }

        problems.Add($"{file}: wishes what this program does not know, or lacks a part of it; get the newer program, or have it made again");
        return null;
    }

    /// <summary>Null for anything that <see cref="NameOf"/> does not write.</summary>
    private static T? Named<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => NameOf(v) == text).Select(v => (T?)v).FirstOrDefault();
}
