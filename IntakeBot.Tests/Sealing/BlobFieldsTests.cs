using System.Buffers.Binary;
using System.Reflection;
using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>The blob holds these fields and nothing else: each of its 896 bytes is accounted for.</summary>
public sealed class BlobFieldsTests
{
    [Fact]
    public void Its_members_are_these() =>
        Assert.Equal(
            ["After", "Begin", "ChangesOf", "Code", "CountChange", "Dispose", "Heading", "IntakeId", "IsWornOut", "Mailbox", "NextKey", "Open", "Positions", "Seal", "ToString", "Walk", "WayBack"],
            typeof(Blob).GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false, IsPrivate: false })
                .Select(m => m.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void What_it_remembers_of_the_walk_is_this() =>
        Assert.Equal(
            ["Commits", "Flags", "Form", "Language", "Stage", "ToAsk", "Toggles"],
            typeof(Walk).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_byte_is_known_from_the_seed_the_walk_and_the_heading_whatever_was_answered() =>
        Gen.Select(Gen.Int[0, 20], Gen.Byte.Array[1, 31]).Array[0, 20].Sample(writes =>
        {
            using var intake = new RowCase();
            var changes = new byte[21];
            foreach (var (slot, payload) in writes)
            {
                intake.Press(new SlotWrite(Slot.All.ElementAt(slot), payload));
                changes[slot]++;
            }

            using var blob = intake.Open();
            Assert.Equal(Expected(intake, changes), RowCase.Plaintext(blob));
        }, iter: 40);

    [Fact]
    public void No_byte_run_of_an_answer_is_in_it() =>
        Gen.Byte.Array[31].Sample(answer =>
        {
            using var intake = new RowCase();
            intake.Press(new SlotWrite(Slot.Question(4), answer), new SlotWrite(Slot.Note, new byte[] { 1 }.Concat(answer).ToArray()));

            using var blob = intake.Open();
            for (var at = 0; at + 5 <= answer.Length; at++)
            {
                Assert.Equal(-1, RowCase.Plaintext(blob).AsSpan().IndexOf(answer.AsSpan(at, 5)));
            }
        }, iter: 20);

    [Fact]
    public void After_a_press_the_key_of_its_slot_is_gone_and_the_others_stay()
    {
        using var intake = new RowCase();
        foreach (var slot in Slot.All)
        {
            byte[] before, key;
            using (var blob = intake.Open())
            {
                before = [.. RowCase.Plaintext(blob)];
                key = blob.NextKey(slot).ToArray();
            }

            intake.Press(new SlotWrite(slot, new byte[] { 1, 4 }));

            using var after = intake.Open();
            byte[] next = [.. key];
            SlotBox.Step(next);
            Assert.Equal(-1, RowCase.Plaintext(after).AsSpan().IndexOf(key));
            Assert.Equal(next, after.NextKey(slot).ToArray());
            var keys = 192 + (32 * slot.Number);
            Assert.Equal(before[192..keys], RowCase.Plaintext(after)[192..keys]);
            Assert.Equal(before[(keys + 32)..], RowCase.Plaintext(after)[(keys + 32)..]);
        }
    }

    /// <summary>Already the first "empty" spends a key: what was derived from the seed is not in the first blob.</summary>
    [Fact]
    public void From_the_start_it_holds_neither_the_seed_nor_any_first_key()
    {
        using var intake = new RowCase();
        using var seed = intake.Seed();
        using var blob = intake.Open();
        var bytes = RowCase.Plaintext(blob);

        Assert.Equal(-1, bytes.AsSpan().IndexOf(seed.Bytes));
        foreach (var slot in Slot.All)
        {
            var key = new byte[32];
            seed.FirstSlotKey(key, slot);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(key));
        }
    }

    /// <summary>Laid out from docs/seal-format.md by hand.</summary>
    private static byte[] Expected(RowCase intake, byte[] changes)
    {
        using var seed = intake.Seed();
        var bytes = new byte[896];
        var walk = intake.Walk;
        bytes[0] = 1;
        bytes[1] = walk.Form;
        bytes[2] = walk.Language;
        bytes[3] = (byte)walk.Stage;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4), walk.Commits);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), walk.Toggles);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(8), walk.ToAsk);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(12), walk.Flags);
        intake.Heading.Encode().CopyTo(bytes, 16);
        seed.IntakeId(bytes.AsSpan(44, 32));
        seed.After(bytes.AsSpan(76, 32));
        seed.Positions(bytes.AsSpan(108, 20));
        changes.CopyTo(bytes, 128);
        bytes.AsSpan(181, 10).Fill(0xFF);
        foreach (var slot in Slot.All)
        {
            var key = bytes.AsSpan(192 + (32 * slot.Number), 32);
            seed.FirstSlotKey(key, slot);
            for (var step = 0; step <= changes[slot.Number]; step++)
            {
                SlotBox.Step(key);
            }
        }

        return bytes;
    }
}
