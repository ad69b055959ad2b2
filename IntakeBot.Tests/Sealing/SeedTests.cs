using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class SeedTests
{
    private const int Slots = Format.SlotCount;

    [Fact]
    public void Positions_are_a_permutation()
    {
        for (var n = 0; n < 2000; n++)
        {
            Assert.Equal(Enumerable.Range(0, Slots), PositionsOf(n).Select(p => (int)p).Order());
        }
    }

    /// <summary>Chi-square over 400 cells of 10,000 fixed seeds: 361 degrees of freedom, mean 361, deviation 27.</summary>
    [Fact]
    public void No_slot_stands_at_one_position_more_often_than_at_another()
    {
        const int draws = 10_000;
        var counts = new int[Slots * Slots];
        for (var n = 0; n < draws; n++)
        {
            var positions = PositionsOf(n);
            for (var slot = 0; slot < Slots; slot++)
            {
                counts[(slot * Slots) + positions[slot]]++;
            }
        }

        const double expected = (double)draws / Slots;
        var square = counts.Sum(count => (count - expected) * (count - expected) / expected);

        Assert.InRange(square, 361 - 108, 361 + 108);
    }

    /// <summary>Of two slots, the first stands before the second in half of all intakes.</summary>
    [Fact]
    public void The_order_of_two_slots_tells_nothing()
    {
        var before = Enumerable.Range(0, 10_000).Count(n => PositionsOf(n) is var p && p[1] < p[2]);

        Assert.InRange(before, 4800, 5200);
    }

    [Fact]
    public void Everything_derived_is_different_from_everything_else()
    {
        using var seed = SeedOf(1);
        var outputs = new List<byte[]> { seed.Bytes.ToArray(), new byte[32], new byte[32] };
        seed.IntakeId(outputs[1]);
        seed.After(outputs[2]);
        outputs.AddRange([AfterTokens.Remove(outputs[2]), AfterTokens.Extend(outputs[2])]);
        outputs.AddRange([AfterTokens.RemoveHash(outputs[3]), AfterTokens.ExtendHash(outputs[3]), AfterTokens.ExtendHash(outputs[4])]);
        outputs.Add(new byte[32]);
        seed.EventKey(outputs[^1]);
        outputs.Add(Hash.Of(outputs[2], "event place", [0, 0, 0]));
        foreach (var slot in Slot.All)
        {
            var key = new byte[32];
            seed.FirstSlotKey(key, slot);
            for (var step = 0; step < 66; step++)
            {
                outputs.Add([.. key]);
                SlotBox.Step(key);
            }
        }

        Assert.Equal(10 + (21 * 66), outputs.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Taking_a_seed_over_leaves_zeros_behind()
    {
        var bytes = RowCase.Bytes(Seed.Size, 1);

        using var seed = Seed.Take(bytes);

        Assert.All(bytes, b => Assert.Equal(0, b));
        Assert.Equal(RowCase.Bytes(Seed.Size, 1), seed.Bytes.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_seed_has_32_bytes(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => Seed.Take(new byte[size]));

    [Fact]
    public void A_forgotten_seed_derives_nothing_more()
    {
        var seed = Seed.Draw();
        seed.Dispose();

        Assert.Throws<ObjectDisposedException>(() => seed.IntakeId(new byte[32]));
        Assert.Throws<ObjectDisposedException>(() => seed.After(new byte[32]));
        Assert.Throws<ObjectDisposedException>(() => seed.FirstSlotKey(new byte[32], Slot.Heading));
        Assert.Throws<ObjectDisposedException>(() => seed.Positions(new byte[Slots]));
        Assert.Throws<ObjectDisposedException>(() => _ = seed.Bytes.Length);
        Assert.Equal("Seed", $"{seed}");
    }

    private static Seed SeedOf(int number) => Seed.Take(Hash.Of([], "test seed", BitConverter.GetBytes(number)));

    private static byte[] PositionsOf(int number)
    {
        using var seed = SeedOf(number);
        var positions = new byte[Slots];
        seed.Positions(positions);
        return positions;
    }
}
