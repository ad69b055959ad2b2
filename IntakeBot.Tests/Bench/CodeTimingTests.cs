using IntakeBot.Bench;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Bench;

/// <summary>That the measuring itself is right; what it measures is no test, for this machine is shared.</summary>
public sealed class CodeTimingTests
{
    /// <summary>Worked out by hand: means 3 and 5, variances 2.5 and 10, so t = -2 / √(2.5/5 + 10/5).</summary>
    [Fact]
    public void Welch_s_t_is_that_of_the_textbook() =>
        Assert.Equal(-2 / Math.Sqrt(2.5), Welch.T([1, 2, 3, 4, 5], [1, 3, 5, 7, 9]), 12);

    [Fact]
    public void What_is_above_the_share_of_both_together_is_left_out()
    {
        var (one, other) = Welch.Below(0.75, [1, 2, 100, 3], [4, 5, 6, 200, 7]);

        Assert.Equal([1, 2, 3], one);
        Assert.Equal([4, 5, 6, 7], other);
    }

    [Fact]
    public async Task Each_kind_is_typed_as_often_and_each_pair_compared()
    {
        var report = await new CodeTiming(ShippedQuestionnaire.Value, samples: 20).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("no reply yet", 20), ("erased", 20), ("unknown", 20)], report.Kinds.Select(k => (k.Kind, k.Samples)));
        Assert.Equal(["no reply yet / erased", "no reply yet / unknown", "erased / unknown"], report.Pairs.Select(p => p.Pair));
        Assert.All(report.Kinds, k => Assert.True(k.Mean > 0));
    }

    [Fact]
    public void A_code_is_measured_at_its_full_price_and_without_Argon2id()
    {
        var line = new CodeLoad(codes: 2).Run(TestContext.Current.CancellationToken);

        Assert.Equal(2, line.Codes);
        Assert.True(line.PartsMilliseconds < line.PrepareMilliseconds);
    }
}
