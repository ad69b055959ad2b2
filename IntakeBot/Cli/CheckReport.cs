namespace IntakeBot.Cli;

/// <summary>What <c>check --json</c> writes.</summary>
internal sealed record CheckReport(bool Ready, string? QuestionnaireHash, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings);
