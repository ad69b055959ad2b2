namespace IntakeBot.Bench;

/// <summary>What the kills of the whole server came to.</summary>
/// <param name="Kills">Server processes killed.</param>
/// <param name="People">Who answered everything.</param>
/// <param name="Answers">Answers and skips after which their screen had moved on.</param>
/// <param name="Opened">Intakes that staff opened afterwards.</param>
/// <param name="Lost">People of whom no intake holds exactly what they pressed.</param>
/// <param name="Stranded">People who were shown the end before they had pressed Done.</param>
/// <param name="Wrong">Intakes that hold answers and are nobody's; empty ones are harmless (a consent pressed twice).</param>
/// <param name="Empty">Intakes without any answer.</param>
/// <param name="Repeats">Presses made once more after the screen had moved on.</param>
/// <param name="Astray">What was shown after those of these after which the screen was not the current one.</param>
/// <param name="Backwards">Screens that somebody had already left behind, shown again: a press that counted twice, or out of order.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ProofServerReport(
    int Kills, int People, int Answers, int Opened, int Lost, int Stranded, int Wrong, int Empty, int Repeats, IReadOnlyList<string> Astray, int Backwards, double Seconds)
{
    public bool AllKept => Lost + Stranded + Wrong + Astray.Count + Backwards == 0 && People > 0;

    public override string ToString() =>
        $"{Kills} kills, {People} people, {Answers} answers, {Opened} intakes opened, {Lost} lost, {Stranded} stranded, {Wrong} wrong, {Empty} empty, {Repeats} repeated, {Astray.Count} astray, {Backwards} backwards, {Seconds:0} s{string.Concat(Astray.Select(a => $"\n{a}"))}";
}
