using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What <c>roster show --json</c> writes.</summary>
internal sealed record RosterReport(
    uint Serial, string NotAfter, string Organisation, string Exchange, IReadOnlyList<string> Questionnaires, IReadOnlyList<RosterReport.Member> Members)
{
    /// <summary>How many days the operator may set at most.</summary>
    public required SignedDays Retention { get; init; }

    public static RosterReport Of(Roster roster) => new(
        roster.Serial, roster.NotAfter.ToString(), Fingerprint.Of(roster.Organisation), Fingerprint.Of(roster.ExchangeKey), roster.Questionnaires,
        [.. roster.Members.Select(m => new Member(m.Place, m.Pseudonym, m.Role.ToString(), m.Desk, Fingerprint.Of(m.SigningKey), m.Recovery, m.Since.ToString()))])
    {
        Retention = roster.Days,
    };

    internal sealed record Member(int Place, string Pseudonym, string Role, string Desk, string Fingerprint, bool Recovery, string Since);
}
