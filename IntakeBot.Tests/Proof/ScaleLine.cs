namespace IntakeBot.Tests.Proof;

/// <summary>What one step of the scale came to.</summary>
/// <param name="What">As the chart says it: "100 people at once".</param>
/// <param name="CpuMilliseconds">The server's, for an answer or an update.</param>
/// <param name="MiB">Resident; of a backlog the most that it was.</param>
/// <param name="Times">What else is told.</param>
internal sealed record ScaleLine(string What, double CpuMilliseconds, double MiB, string Times);
