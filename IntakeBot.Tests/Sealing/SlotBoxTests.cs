using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class SlotBoxTests
{
    private static readonly byte[] IntakeId = RowCase.Bytes(32, 40);
    private static readonly byte[] Key = RowCase.Bytes(32, 90);

    private static readonly Gen<Slot> AnySlot = Gen.Int[0, 20].Select(n => Slot.All.ElementAt(n));

    [Fact]
    public void What_was_sealed_is_opened() =>
        Gen.Select(AnySlot, Gen.Byte.Array[0, 279]).Sample((slot, bytes) =>
        {
            var payload = bytes[..Math.Min(bytes.Length, Longest(slot))];

            Assert.Equal(payload, SlotBox.Open(Sealed(slot, payload), slot, IntakeId, Key));
        });

    [Fact]
    public void The_longest_payload_fits_and_one_byte_more_is_misuse()
    {
        foreach (var slot in Slot.All)
        {
            var payload = RowCase.Bytes(Longest(slot));

            Assert.Equal(payload, SlotBox.Open(Sealed(slot, payload), slot, IntakeId, Key));
            Assert.Throws<ArgumentException>(() => Sealed(slot, [.. payload, 1]));
        }
    }

    [Fact]
    public void The_same_payload_sealed_twice_gives_other_bytes_throughout()
    {
        var (one, two) = (Sealed(Slot.Question(3), [1, 2]), Sealed(Slot.Question(3), [1, 2]));

        Assert.NotEqual(one[..24], two[..24]);
        Assert.True(one.Zip(two).Count(pair => pair.First == pair.Second) < 12);
    }

    [Fact]
    public void A_flipped_bit_anywhere_does_not_open()
    {
        foreach (var slot in new[] { Slot.Question(3), Slot.Note })
        {
            var box = Sealed(slot, [1, 2]);
            for (var at = 0; at < box.Length; at++)
            {
                Assert.Null(SlotBox.Open(RowCase.Flipped(box, at, (byte)(1 << (at % 8))), slot, IntakeId, Key));
            }
        }
    }

    [Fact]
    public void Another_length_does_not_open_and_does_not_throw()
    {
        foreach (var slot in new[] { Slot.Question(3), Slot.Note })
        {
            var box = Sealed(slot, [1, 2]);
            for (var length = 0; length < box.Length; length++)
            {
                Assert.Null(SlotBox.Open(box.AsSpan(0, length), slot, IntakeId, Key));
            }

            Assert.Null(SlotBox.Open([.. box, 0], slot, IntakeId, Key));
            Assert.Null(SlotBox.Open([.. box, .. box], slot, IntakeId, Key));
            Assert.Null(SlotBox.Open([0, .. box], slot, IntakeId, Key));
        }
    }

    [Fact]
    public void It_opens_in_its_own_slot_only()
    {
        foreach (var slot in Slot.All)
        {
            var box = Sealed(slot, [7]);
            var opened = Slot.All.Where(other => SlotBox.Open(box, other, IntakeId, Key) is not null);

            Assert.Equal([slot], opened);
        }
    }

    [Fact]
    public void It_opens_in_its_own_intake_and_under_its_own_key_only()
    {
        var box = Sealed(Slot.Question(1), [7]);
        for (var at = 0; at < 32; at++)
        {
            Assert.Null(SlotBox.Open(box, Slot.Question(1), RowCase.Flipped(IntakeId, at), Key));
            Assert.Null(SlotBox.Open(box, Slot.Question(1), IntakeId, RowCase.Flipped(Key, at)));
        }
    }

    [Fact]
    public void It_opens_at_its_own_step_only()
    {
        var steps = new List<byte[]> { Key };
        for (var step = 0; step < 66; step++)
        {
            byte[] next = [.. steps[^1]];
            SlotBox.Step(next);
            steps.Add(next);
        }

        for (var sealedAt = 0; sealedAt < steps.Count; sealedAt += 11)
        {
            var box = Sealed(Slot.Question(1), [7], steps[sealedAt]);
            var opened = Enumerable.Range(0, steps.Count).Where(s => SlotBox.Open(box, Slot.Question(1), IntakeId, steps[s]) is not null);

            Assert.Equal([sealedAt], opened);
        }
    }

    /// <summary>Sealed under the right key by somebody who pads otherwise: refused all the same.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(31, 1)]
    [InlineData(31, 0x7F)]
    public void A_block_that_is_not_padded_does_not_open(int at, byte value)
    {
        var block = new byte[32];
        block[at] = value;
        byte[] associated = [Format.Version, .. IntakeId, 1];
        var box = new byte[Format.SlotSize];
        Aead.Seal(box, block, associated, Key);

        Assert.Null(SlotBox.Open(box, Slot.Question(1), IntakeId, Key));
        block[31] = 0x80;
        Aead.Seal(box, block, associated, Key);
        Assert.Equal(block[..31], SlotBox.Open(box, Slot.Question(1), IntakeId, Key));
    }

    [Fact]
    public void An_empty_and_a_full_box_have_one_size()
    {
        Assert.Equal(Format.SlotSize, Sealed(Slot.Question(1), []).Length);
        Assert.Equal(20, Slot.All.Count(slot => SlotBox.SizeOf(slot) == Format.SlotSize));
        Assert.Equal(Format.NoteSize, SlotBox.SizeOf(Slot.Note));
    }

    private static int Longest(Slot slot) => SlotBox.SizeOf(slot) - Aead.Overhead - 1;

    private static byte[] Sealed(Slot slot, byte[] payload, byte[]? key = null)
    {
        var box = new byte[SlotBox.SizeOf(slot)];
        SlotBox.Seal(box, slot, payload, IntakeId, key ?? Key);
        return box;
    }
}
