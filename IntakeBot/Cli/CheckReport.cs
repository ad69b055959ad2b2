using System.Text.Json.Serialization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What <c>check --json</c> and <c>roster check --json</c> write. Organisation and Exchange are fingerprints.</summary>
internal sealed record CheckReport(
    bool Ready, string? QuestionnaireHash, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings, string? Organisation, string? Exchange)
{
    /// <summary>Names of language files ("ko", "quiet/ko") that nobody has signed off; null where the question was another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Drafts { get; init; }

    public static CheckReport Of(Roster? roster, bool ready, string? questionnaireHash, IReadOnlyList<string> problems, IReadOnlyList<string> warnings) =>
        new(
            ready, questionnaireHash, problems, warnings,
            roster is null ? null : Fingerprint.Of(roster.Organisation), roster is null ? null : Fingerprint.Of(roster.ExchangeKey));
}
