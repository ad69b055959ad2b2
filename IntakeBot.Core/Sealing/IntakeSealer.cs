using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The server's side of the format: begins intakes, opens and seals their state, closes what is said into its slot.
/// Nothing here can open a slot again.
/// </summary>
public sealed class IntakeSealer(ServerKey server)
{
    private static readonly RecipientKey ThrowAway = RecipientKey.ThrowAway();

    private static readonly byte[] Empty = new Answer.Empty().Encode();

    /// <summary>
    /// Draws the seed, seals it to every place, derives the slot keys and forgets it. All slots hold "empty" but S00.
    /// <paramref name="key"/> is the step key that the first question's buttons carry; the rows are kept <paramref name="daysKept"/> days after today.
    /// <paramref name="wayBack"/>: the conversation that is left for this one.
    /// </summary>
    public (ColdRow Cold, HotRow Hot) Begin(
        Locator locator, StepKey key, Recipients recipients, Walk walk, Heading heading, Day today, int daysKept = Format.DaysKept,
        (Locator Locator, StepKey Key)? wayBack = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(daysKept, Format.DaysKept);
        using var seed = Seed.Draw();
        using var blob = Blob.Begin(walk, heading);
        blob.WayBack = wayBack;
        seed.IntakeId(blob.IntakeId);
        seed.After(blob.After);
        seed.Positions(blob.Positions);
        foreach (var slot in Slot.All)
        {
            seed.FirstSlotKey(blob.NextKey(slot), slot);
        }

        var place = Place.Random();
        var stanzas = new byte[recipients.Places.Count * Format.StanzaSize];
        for (var i = 0; i < recipients.Places.Count; i++)
        {
            Stanza.Seal(stanzas.AsSpan(i * Format.StanzaSize, Format.StanzaSize), seed, recipients.Places[i] ?? ThrowAway, place, (byte)i);
        }

        var slots = new byte[HotRow.SlotsSize];
        var note = new byte[Format.NoteSize];
        foreach (var slot in Slot.All)
        {
            Write(blob, slots, note, slot, slot == Slot.Heading ? heading.Encode() : Empty);
        }

        var expires = today.Plus(daysKept);
        var cold = new ColdRow
        {
            Place = place,
            Version = RowVersion.Random(),
            Expires = expires,
            Epoch = recipients.Epoch,
            RemoveHash = AfterTokens.RemoveHash(AfterTokens.Remove(blob.After)),
            ExtendHash = AfterTokens.ExtendHash(AfterTokens.Extend(blob.After)),
            Stanzas = stanzas,
        };
        var hot = new HotRow
        {
            Place = place,
            Version = RowVersion.Random(),
            Expires = expires,
            Door = server.DoorOf(locator),
            Blob = blob.Seal(place, server, key),
            Slots = slots,
            Note = note,
        };
        return (cold, hot);
    }

    /// <summary>
    /// Opens the state with <paramref name="key"/>, stepping it forward until the blob opens, at most <paramref name="maxSteps"/> times.
    /// <paramref name="current"/> is the key that opened it; a press was current only where no step was needed.
    /// </summary>
    public Blob? Open(HotRow row, StepKey key, int maxSteps, out StepKey current)
    {
        current = key;
        for (var step = 0; ; step++)
        {
            var blob = Blob.Open(row, server, current);
            if (blob is not null || step == maxSteps)
            {
                return blob;
            }

            current = current.Next();
        }
    }

    /// <summary>
    /// The row after one press: what was said in its slot, or, where it said nothing (Back, Next, on from the danger screen), a
    /// reserved slot sealed "empty" once more, so that copies of the disk do not tell the two apart; the slot's key stepped, the walk under
    /// <paramref name="next"/>.
    /// </summary>
    public HotRow Commit(HotRow before, Blob blob, Walk walk, IReadOnlyList<SlotWrite> writes, StepKey next)
    {
        if (blob.IsWornOut)
        {
            throw new InvalidOperationException("A worn out conversation takes no more: nobody could open what was sealed.");
        }

        writes = writes.Count > 0 ? writes : Filler(blob);
        RefuseWhatTheMailboxHolds(blob, writes);
        foreach (var write in writes)
        {
            blob.CountChange(write.Slot);
            if (write.Slot == Slot.Heading)
            {
                blob.Heading = Heading.Decode(write.Payload.Span) ?? throw new ArgumentException("S00 holds a heading and nothing else.", nameof(writes));
            }
        }

        var (slots, note) = Apply(before, blob, writes);
        blob.Walk = walk;
        return Row(before, before.Door, blob.Seal(before.Place, server, next), slots, note);
    }

    /// <summary>
    /// The row when the person is done. <paramref name="writes"/> seals every slot without an answer "empty" once more and S00 is
    /// sealed anew, so that the last write touches all; door and blob become random, so that nothing leads from the chat to the row.
    /// </summary>
    public static HotRow Finish(HotRow before, Blob blob, IReadOnlyList<SlotWrite> writes)
    {
        var (slots, note) = Apply(before, blob, [.. writes, new(Slot.Heading, blob.Heading.Encode())]);
        return Row(before, before.Door, before.Blob, slots, note).Closed();
    }

    /// <summary>
    /// As <see cref="Finish"/>, but the conversation stays open under <paramref name="next"/> until she has the number that it now holds: M
    /// names her mailbox, and the mailbox opens with the number. Both rows go into one commit.
    /// </summary>
    public (HotRow Hot, Mailbox Mailbox) GiveCode(
        HotRow before, Blob blob, Walk walk, IReadOnlyList<SlotWrite> writes, PreparedCode prepared, StepKey next, Day today,
        ReplyDays? days = null)
    {
        RefuseWhatTheMailboxHolds(blob, []);
        var (slots, note) = Apply(
            before,
            blob,
            [.. writes.Where(w => w.Slot != Slot.Mailbox), new(Slot.Heading, blob.Heading.Encode()), new(Slot.Mailbox, prepared.SlotM)]);
        (blob.Walk, blob.Code) = (walk with { Stage = Stage.Code }, prepared.Code);
        blob.Mailbox = prepared.Mailbox;
        using var box = MailboxBox.Of(blob, before.Place);
        return (Row(before, before.Door, blob.Seal(before.Place, server, next), slots, note), prepared.Fill(box, today, days));
    }

    /// <summary>
    /// The row when she wants no number after all: closed, and M empty, so that staff do not write to nobody. The mailbox she was
    /// given is removed in the same commit, and a locked one put, so that the disk does not tell.
    /// </summary>
    public static HotRow TakeCodeBack(HotRow before, Blob blob)
    {
        blob.CountChange(Slot.Mailbox);
        var (slots, _) = Apply(before, blob, [new(Slot.Mailbox, Empty)]);
        return before.WithSlots(slots).Closed();
    }

    /// <summary>The mailbox's box has the next keys of M and R1 to R3: a change here would leave it with spent ones.</summary>
    private static void RefuseWhatTheMailboxHolds(Blob blob, IReadOnlyList<SlotWrite> writes)
    {
        if (blob.Code is not null && (writes.Count == 0 || writes.Any(w => MailboxBox.Slots.Contains(w.Slot))))
        {
            throw new InvalidOperationException("While a code waits to be taken, M and R1 to R3 are its mailbox's to write.");
        }
    }

    /// <summary>The reserved slot that was filled least, until all were half as often as a slot may be changed.</summary>
    private static SlotWrite[] Filler(Blob blob)
    {
        var slot = Slot.Reserved.MinBy(blob.ChangesOf);
        return blob.ChangesOf(slot) < Blob.MaxChanges / 2 ? [new(slot, Empty)] : [];
    }

    private static (byte[] Slots, byte[] Note) Apply(HotRow before, Blob blob, IReadOnlyList<SlotWrite> writes)
    {
        var slots = before.Slots.ToArray();
        var note = before.Note.ToArray();
        foreach (var write in writes)
        {
            Write(blob, slots, note, write.Slot, write.Payload.Span);
        }

        return (slots, note);
    }

    private static void Write(Blob blob, byte[] slots, byte[] note, Slot slot, ReadOnlySpan<byte> payload)
    {
        var box = slot == Slot.Note ? note : slots.AsSpan(blob.Positions[slot.Number] * Format.SlotSize, Format.SlotSize);
        var key = blob.NextKey(slot);
        SlotBox.Seal(box, slot, payload, blob.IntakeId, key);
        SlotBox.Step(key);
    }

    private static HotRow Row(HotRow before, Door door, byte[] blob, byte[] slots, byte[] note) => new()
    {
        Place = before.Place,
        Version = RowVersion.Random(),
        Expires = before.Expires,
        Door = door,
        Blob = blob,
        Slots = slots,
        Note = note,
    };
}
