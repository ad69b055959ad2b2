namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>What a reader says of one vector: the layer that failed, or "success", and what it could read.</summary>
internal sealed record Verdict(string Layer, string Reads)
{
    public static Verdict Fails(string layer) => new(layer, "");

    public static Verdict Good(params IEnumerable<string> lines) => new(Vector.Success, Text(lines));

    public static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));
}
