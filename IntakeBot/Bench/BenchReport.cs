namespace IntakeBot.Bench;

/// <summary>What <c>bench --json</c> writes.</summary>
internal sealed record BenchReport
{
    public int Cores { get; init; } = Environment.ProcessorCount;

    public IReadOnlyList<BenchLine>? Hotline { get; init; }

    public IReadOnlyList<StoreLine>? Store { get; init; }

    public SealLine? Sealing { get; init; }

    public CodeLine? Codes { get; init; }
}
