using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What <c>check --json</c> and <c>roster check --json</c> write. Organisation and Exchange are fingerprints.</summary>
internal sealed record CheckReport(
    bool Ready, string? QuestionnaireHash, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings, string? Organisation, string? Exchange)
{
    public static CheckReport Of(Roster? roster, bool ready, string? questionnaireHash, IReadOnlyList<string> problems, IReadOnlyList<string> warnings) =>
        new(
            ready, questionnaireHash, problems, warnings,
            roster is null ? null : Fingerprint.Of(roster.Organisation), roster is null ? null : Fingerprint.Of(roster.ExchangeKey));
}
