using System.Globalization;
using IntakeBot.Bench;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>No test: a right receipt code, an erased one and one that never was, each at its full price. Alone on the machine, or the figures say little.</summary>
public sealed class CodeTimeProof
{
    private const string Name = "time-codes";
    private const int Samples = 10_000;

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task Time_does_not_tell_one_code_from_another()
    {
        var report = await new CodeTiming(ShippedQuestionnaire.Value, Samples).RunAsync(TestContext.Current.CancellationToken);

        await ProofFile.KeepAsync(
            Name,
            $"{Samples:N0} codes of each kind typed to the code gate, with Argon2id at its least, whose time would hide the rest. Welch's t of each two kinds must stay under {Welch.Limit}.",
            [
                .. report.Kinds.Select(k => new Figure($"median for a code that is {k.Kind}", Number($"{k.Median:0.0} µs"))),
                .. report.Pairs.Select(p => new Figure($"t, {p.Pair}", Number($"{p.T:0.00}; {p.TCropped:0.00} without the slowest 5 %"), $"under {Welch.Limit}", Math.Abs(p.T) < Welch.Limit && Math.Abs(p.TCropped) < Welch.Limit)),
                new("load of the machine at the start", Number($"{report.LoadAverage:0.0}")),
            ]);
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
