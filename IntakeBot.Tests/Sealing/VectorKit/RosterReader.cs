using System.Globalization;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>The files of a roster, read from a real folder. The layer is the file that is refused.</summary>
internal static class RosterReader
{
    public static Verdict Read(Vector vector)
    {
        using var folder = new TempFolder();
        foreach (var (name, bytes) in vector.Parts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.Of(name))!);
            File.WriteAllBytes(folder.Of(name), bytes);
        }

        var today = new Day(ushort.Parse(vector["today"], CultureInfo.InvariantCulture));
        var reading = RosterFolder.Read(folder.Of("config"), folder.Of("data"), today, vector["desks"].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return reading.Roster is { } roster
            ? Verdict.Good(Lines(roster, today))
            : Verdict.Fails(string.Join('+', reading.Problems.Select(p => Layer(Path.GetRelativePath(folder.Path, p.Split(':')[0]))).Distinct().Order()));
    }

    private static string Layer(string file) => file.Replace('\\', '/') switch
    {
        "config/organisation.pub" => "organisation",
        "config/roster.sig" => "signature",
        "config/roster.json" => "roster",
        "data/pinned.json" => "pin",
        var other => other.StartsWith("config/members/", StringComparison.Ordinal) ? "member" : other,
    };

    private static IEnumerable<string> Lines(Roster roster, Day today) =>
    [
        $"organisation {roster.Organisation}", $"fingerprint {Fingerprint.Of(roster.Organisation)}", $"hash {roster.Hash}", $"serial {roster.Serial}",
        $"not after {roster.NotAfter.Number}", $"epoch {roster.EpochOf(today)}", $"places {roster.Places}", $"approvals {roster.Approvals}",
        .. roster.Desks.Select(d => $"desk {d}: {Recipients(roster.RecipientsFor(d, today))}"),
        $"exchange {roster.ExchangeAddress.OriginalString} {roster.ExchangeKey}", .. roster.Questionnaires.Select(q => $"questionnaire {q}"),
        .. roster.Members.Select(m =>
            $"member {m.Place} {m.Pseudonym} {RoleOf(m)} {m.Desk} {m.SigningKey} {(m.Recovery ? "recovery" : "-")} epochs {string.Join(',', m.EpochKeys.Keys)}"),
    ];

    private static string RoleOf(RosterMember member) => member.Role switch { RosterRole.Lead => "lead", RosterRole.Auditor => "auditor", _ => "staff" };

    private static string Recipients(Recipients? recipients) => recipients is null
        ? "nobody"
        : string.Join(' ', recipients.Places.Select((key, place) => key is null ? "-" : $"{place}"));
}
