namespace IntakeBot.Tests.Proof.Fuzz;

/// <summary>A door by which strange bytes come in.</summary>
/// <param name="Name">Small letters and hyphens; its corpus is kept under this name.</param>
/// <param name="Run">Reads the bytes as the program does. Throws where the program would have crashed, or where two of its readings disagree.</param>
/// <param name="Seeds">What is right, for mutations to begin with.</param>
/// <param name="Words">Pieces that mean something to the reader, to be put in and in place of others.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Run, IReadOnlyList<byte[]> Seeds, IReadOnlyList<byte[]> Words)
{
    public override string ToString() => Name;
}
