using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class TokenStepKeyTests
{
    [Fact]
    public void A_thousand_steps_give_a_thousand_different_keys()
    {
        var key = StepKey.Draw();
        var seen = new HashSet<StepKey> { key };
        for (var step = 0; step < Blob.MaxCommits; step++)
        {
            key = key.Next();
            Assert.True(seen.Add(key));
        }
    }

    [Fact]
    public void The_next_key_is_the_first_half_of_a_keyed_hash()
    {
        var bytes = RowCase.Bytes(16, 30);

        Assert.Equal(StepKey.Read(Hash.Of(bytes, "step", [])), StepKey.Read(bytes).Next());
    }

    [Fact]
    public void Drawn_keys_differ() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => StepKey.Draw()).Distinct().Count());
}
