using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>From the seed to every slot. A slot that does not open is damaged, and all others are still read.</summary>
internal static class SlotVectors
{
    private const int Note = 20;
    private static readonly byte[] Payload = [1, 2];
    private static readonly byte[] Words = [.. "N아이가 아픕니다.\n의사가 있습니까?"u8];

    public static IEnumerable<Vector> All()
    {
        using var intake = new FixedIntake();
        return [.. Steps(intake), .. Boxes(intake), .. Bound(intake), .. Order(intake), .. Paddings(intake)];
    }

    private static IEnumerable<Vector> Steps(FixedIntake intake)
    {
        foreach (var step in new[] { 1, 32, 64, 65 })
        {
            yield return Reads(intake, $"good-slot-key-{step + 1}", $"S05 is under its key number {step + 1}.", intake.HotWith(5, Block(Payload), step), 5, Payload);
        }

        yield return Reads(intake, "good-note-key-66", "The note is under its key number 66.", intake.HotWith(Note, FixedIntake.Block(Payload, 280), 65), Note, Payload);
        yield return Reads(intake, "good-note", "The note holds two lines in Korean.", intake.HotWith(Note, FixedIntake.Block(Words, 280), 1), Note, Words);
        yield return Damaged(intake, "slot-key-67", "S05 is under its key number 67, which no writer reaches.", intake.HotWith(5, Block(Payload), 66), 5);
        yield return Damaged(intake, "slot-key-68", "S05 is under its key number 68.", intake.HotWith(5, Block(Payload), 67), 5);
        yield return Damaged(intake, "slot-heading-key-67", "S00 is under its key number 67.", intake.HotWith(0, Block(FixedIntake.Payloads[Slot.Heading]!), 66), 0);
        yield return Damaged(intake, "slot-note-key-67", "The note is under its key number 67.", intake.HotWith(Note, FixedIntake.Block(Payload, 280), 66), Note);
    }

    private static IEnumerable<Vector> Boxes(FixedIntake intake)
    {
        foreach (var slot in new[] { 0, 1, 15, 16, 19, Note })
        {
            var (at, end) = (intake.BoxAt(slot), intake.BoxAt(slot) + SlotBox.SizeOf(Slot.All.ElementAt(slot)) - 1);
            foreach (var (field, flip) in new[] { ("nonce", at), ("text", at + 24), ("tag", end) })
            {
                var name = Slot.All.ElementAt(slot).ToString();
                yield return Damaged(intake, $"slot-{name}-{field}", $"One bit of the {field} of {name} is changed.", Fixed.Flip(intake.Hot, flip), slot);
            }
        }

        yield return Damaged(intake, "slot-zero", "The box of S05 is all zero.", Fixed.Put(intake.Hot, intake.BoxAt(5), new byte[72]), 5);
        yield return Damaged(intake, "slot-two", "S04 and S09 are damaged.", Fixed.Flip(Fixed.Flip(intake.Hot, intake.BoxAt(4)), intake.BoxAt(9)), 4, 9);
        yield return Damaged(intake, "slot-all", "Every box is random bytes.", Fixed.Put(intake.Hot, FixedIntake.SlotsAt, Fixed.Bytes("noise", 1760)), [.. Enumerable.Range(0, 21)]);
    }

    private static IEnumerable<Vector> Bound(FixedIntake intake)
    {
        using var other = new FixedIntake("other");

        Vector Wrong(string name, string about, byte[]? associated = null, byte[]? key = null) =>
            Damaged(intake, $"slot-{name}", about, intake.HotWith(5, Block(Payload), 0, associated, key), 5);

        yield return Wrong("ad-version-0", "S05 is bound to format version 0.", [0, .. intake.Id, 5]);
        yield return Wrong("ad-version-2", "S05 is bound to format version 2.", [2, .. intake.Id, 5]);
        yield return Wrong("ad-intake", "S05 is bound to another intake.", [1, .. other.Id, 5]);
        yield return Wrong("ad-number", "S05 is bound to the number 6.", [1, .. intake.Id, 6]);
        yield return Wrong("ad-position", "S05 is bound to its position and not to its number.", [1, .. intake.Id, (byte)((intake.BoxAt(5) - FixedIntake.SlotsAt) / 72)]);
        yield return Wrong("ad-place", "S05 is bound to the place and not to the intake id.", [1, .. intake.Place.ToArray(), 5]);
        yield return Wrong("ad-none", "S05 is bound to nothing.", []);
        yield return Wrong("key-other-slot", "S05 is under the key of S06.", key: intake.Key(6));
        yield return Wrong("key-other-intake", "S05 is under its key in another intake.", key: other.Key(5));
        yield return Wrong("key-label", "The next key was made with the label \"step\".", key: Hash.Of(intake.Key(5), "step", []));
        yield return Wrong("key-A", "S05 is under A.", key: intake.After);
    }

    private static IEnumerable<Vector> Order(FixedIntake intake)
    {
        using var other = new FixedIntake("other");
        using var thrown = new FixedIntake("thrown 175");
        var hot = intake.Hot;
        byte[] five = Box(hot, 5), six = Box(hot, 6);
        byte[] slots = hot[FixedIntake.SlotsAt..FixedIntake.NoteAt];
        byte[] turned = [.. slots.Chunk(72).Reverse().SelectMany(b => b)];
        byte[] sorted = [.. Enumerable.Range(0, 20).SelectMany(n => Box(hot, n))];

        byte[] Box(byte[] row, int slot) => row[intake.BoxAt(slot)..(intake.BoxAt(slot) + 72)];

        yield return With(StanzaVectors.Intake("good-positions-thrown", Vector.Success, "Three bytes are thrown away while the positions are drawn.", thrown.Cold, thrown.Hot), []);
        yield return Damaged(intake, "slot-swapped", "S05 and S06 have changed positions.", Fixed.Put(Fixed.Put(hot, intake.BoxAt(5), six), intake.BoxAt(6), five), 5, 6);
        yield return Damaged(intake, "slot-copied", "The box of S05 stands at S06 too.", Fixed.Put(hot, intake.BoxAt(6), five), 6);
        yield return Damaged(intake, "slot-turned", "The boxes stand in reverse.", Fixed.Put(hot, FixedIntake.SlotsAt, turned), Moved(turned));
        yield return Damaged(intake, "slot-unpermuted", "The boxes stand in the order of their numbers.", Fixed.Put(hot, FixedIntake.SlotsAt, sorted), Moved(sorted));
        yield return Damaged(intake, "slot-transplanted", "S05 comes from another intake.", Fixed.Put(hot, intake.BoxAt(5), other.Hot[other.BoxAt(5)..(other.BoxAt(5) + 72)]), 5);
        yield return Reads(intake, "good-rolled-back", "S05 comes from an older row of the same intake: nothing tells.", intake.HotWith(5, Block([0])), 5, [0]);

        int[] Moved(byte[] now) => [.. Enumerable.Range(0, 20).Where(n =>
            !now.AsSpan(intake.BoxAt(n) - FixedIntake.SlotsAt, 72).SequenceEqual(hot.AsSpan(intake.BoxAt(n), 72)))];
    }

    private static IEnumerable<Vector> Paddings(FixedIntake intake)
    {
        Vector Wrong(string name, string about, byte[] block) => Damaged(intake, $"slot-padding-{name}", about, intake.HotWith(5, block), 5);

        byte[] note = Fixed.Put(FixedIntake.Block(Payload, 280), 279, 1);
        yield return Wrong("none", "The plaintext is all zero: there is no mark.", new byte[32]);
        yield return Wrong("no-mark", "The answer and zeros: there is no mark.", [.. Payload, .. new byte[30]]);
        yield return Wrong("behind", "The last byte, behind the mark, is 1.", Fixed.Put(Block(Payload), 31, 1));
        yield return Wrong("mark-81", "The mark is 0x81.", Fixed.Put(Block(Payload), 2, 0x81));
        yield return Wrong("mark-01", "The mark is 0x01.", Fixed.Put(Block(Payload), 2, 1));
        yield return Wrong("full", "32 bytes of payload leave no room for the mark.", [.. Enumerable.Repeat((byte)7, 32)]);
        yield return Damaged(intake, "slot-padding-note", "The note's last byte, behind the mark, is 1.", intake.HotWith(Note, note), Note);
        yield return Reads(intake, "good-longest", "R1 holds 31 bytes, the longest payload.", intake.HotWith(17, Block(RowCase.Bytes(31))), 17, RowCase.Bytes(31));
        yield return Reads(intake, "good-longest-note", "The note holds 279 bytes, the longest payload.", intake.HotWith(Note, FixedIntake.Block(RowCase.Bytes(279), 280)), Note, RowCase.Bytes(279));
        yield return Reads(intake, "good-none", "R1 holds no byte.", intake.HotWith(17, Block([])), 17, []);
        yield return Reads(intake, "good-marks", "R1 holds bytes that look like padding.", intake.HotWith(17, Block([0x80, 0, 0x80])), 17, [0x80, 0, 0x80]);
    }

    private static byte[] Block(byte[] payload) => FixedIntake.Block(payload);

    private static Vector Damaged(FixedIntake intake, string name, string about, byte[] hot, params int[] slots) =>
        With(StanzaVectors.Intake(name, "slot", about, intake.Cold, Fixed.Rehashed(hot)), slots.ToDictionary(s => s, _ => (byte[]?)null));

    private static Vector Reads(FixedIntake intake, string name, string about, byte[] hot, int slot, byte[] payload) =>
        With(StanzaVectors.Intake(name, Vector.Success, about, intake.Cold, hot), new() { [slot] = payload });

    /// <summary>What must be read is said here and not asked of the program.</summary>
    internal static Vector With(Vector vector, Dictionary<int, byte[]?> other)
    {
        vector.Reads = IntakeReader.Lines(FixedIntake.Payloads.ToDictionary(p => p.Key, p => other.TryGetValue(p.Key.Number, out var payload) ? payload : p.Value));
        return vector;
    }
}
