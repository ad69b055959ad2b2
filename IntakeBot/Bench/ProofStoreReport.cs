namespace IntakeBot.Bench;

/// <summary>What the kills of a small store's process came to.</summary>
/// <param name="Kills">Processes killed.</param>
/// <param name="Acknowledged">Changes that were acknowledged before their process was killed.</param>
/// <param name="Lost">Rows that were afterwards older than acknowledged, or gone, or there though removed.</param>
/// <param name="Half">Changes of two rows of which one was found.</param>
/// <param name="Damaged">Rows whose hash did not hold.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ProofStoreReport(int Kills, int Acknowledged, int Lost, int Half, int Damaged, double Seconds)
{
    public bool AllKept => Lost + Half + Damaged == 0 && Acknowledged > 0;

    public override string ToString() =>
        $"{Kills} kills, {Acknowledged} acknowledged, {Lost} lost, {Half} half, {Damaged} damaged, {Kills / Math.Max(Seconds, 0.001):0.0} kills/s";

    public static ProofStoreReport operator +(ProofStoreReport left, ProofStoreReport right) => new(
        left.Kills + right.Kills, left.Acknowledged + right.Acknowledged, left.Lost + right.Lost, left.Half + right.Half,
        left.Damaged + right.Damaged, Math.Max(left.Seconds, right.Seconds));
}
