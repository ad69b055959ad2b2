using System.Security.Cryptography;
using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>What the server seals, the staff opens; checked against a plain dictionary.</summary>
public sealed class SlotOpenerTests : IDisposable
{
    private static readonly byte[] Empty = new Answer.Empty().Encode();

    private static readonly Slot[] All = [.. Slot.All];

    private readonly RowCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void At_consent_every_slot_is_empty_but_the_heading() => Same(AtConsent(_case), _case.Slots());

    [Fact]
    public void After_any_presses_staff_read_what_was_said_last() =>
        Gen.Select(Gen.Int[1, 20], Gen.Byte.Array[0, 31]).Array[1, 3].Array[0, 25].Sample(presses =>
        {
            using var intake = new RowCase();
            var model = AtConsent(intake);
            foreach (var press in presses)
            {
                intake.Press([.. press.Select(w => new SlotWrite(All[w.Item1], w.Item2))]);
                foreach (var (slot, payload) in press)
                {
                    model[All[slot]] = payload;
                }
            }

            Same(model, intake.Slots());
            var unanswered = All.Where(slot => model[slot].SequenceEqual(Empty)).ToArray();
            intake.Finish([.. unanswered.Select(slot => new SlotWrite(slot, Empty))]);
            Same(model, intake.Slots());
        }, iter: 40);

    [Fact]
    public void The_note_holds_279_bytes()
    {
        var note = RandomNumberGenerator.GetBytes(279);
        _case.Press(new SlotWrite(Slot.Note, note));

        Assert.Equal(note, _case.Slots()[Slot.Note]);
        Assert.Throws<ArgumentException>(() => _case.Press(new SlotWrite(Slot.Note, new byte[280])));
        Assert.Throws<ArgumentException>(() => _case.Press(new SlotWrite(Slot.Question(1), new byte[32])));
    }

    [Fact]
    public void After_64_changes_of_each_slot_all_are_read_also_after_the_last_empty()
    {
        var heading = _case.Heading with { Language = 15 };
        for (byte change = 0; change < 64; change++)
        {
            _case.Press([.. All.Select(slot => new SlotWrite(slot, slot == Slot.Heading ? heading.Encode() : [1, change]))]);
        }

        Assert.All(_case.Slots(), said => Assert.Equal(said.Key == Slot.Heading ? heading.Encode() : [1, 63], said.Value));
        _case.Finish([.. All.Where(slot => slot != Slot.Heading).Select(slot => new SlotWrite(slot, Empty))]);
        Assert.All(_case.Slots(), said => Assert.Equal(said.Key == Slot.Heading ? heading.Encode() : Empty, said.Value));
    }

    [Fact]
    public void A_flipped_byte_costs_its_own_slot_and_no_other()
    {
        _case.Press(new SlotWrite(Slot.Question(5), new byte[] { 1, 2 }));
        var positions = _case.Positions();
        var whole = _case.Slots();
        for (var at = 5; at < HotRow.SlotsSize; at += 41)
        {
            var opened = _case.Slots(RowCase.With(_case.Hot, slots: RowCase.Flipped(_case.Hot.Slots, at)));
            var damaged = All.Single(slot => slot != Slot.Note && positions[slot.Number] == at / Format.SlotSize);

            Assert.All(All, slot => Assert.Equal(slot == damaged ? null : whole[slot], opened[slot]));
        }

        var spoilt = _case.Slots(RowCase.With(_case.Hot, note: RowCase.Flipped(_case.Hot.Note, 200)));
        Assert.All(All, slot => Assert.Equal(slot == Slot.Note ? null : whole[slot], spoilt[slot]));
    }

    [Fact]
    public void Two_slots_exchanged_are_both_damaged()
    {
        byte[] slots = [.. _case.Hot.Slots[72..144], .. _case.Hot.Slots[..72], .. _case.Hot.Slots[144..]];
        var positions = _case.Positions();

        var opened = _case.Slots(RowCase.With(_case.Hot, slots: slots));

        Assert.Equal(
            All.Where(slot => slot != Slot.Note && positions[slot.Number] < 2),
            All.Where(slot => opened[slot] is null));
    }

    [Fact]
    public void The_slots_of_another_intake_are_all_damaged()
    {
        using var other = new RowCase();

        var opened = _case.Slots(RowCase.With(_case.Hot, slots: other.Hot.Slots, note: other.Hot.Note));

        Assert.All(opened.Values, Assert.Null);
    }

    [Fact]
    public void Wrong_key_place_roster_place_and_row_are_not_for_us()
    {
        using var stranger = EpochSecret.Draw();
        var place = Place.Random();

        NotForUs(IntakeOpener.Open(_case.Cold, _case.Hot, stranger, RowCase.StaffPlace));
        NotForUs(IntakeOpener.Open(RowCase.With(_case.Cold, place: place), _case.Hot, _case.Staff, RowCase.StaffPlace));
        NotForUs(IntakeOpener.Open(_case.Cold, RowCase.With(_case.Hot, place: place), _case.Staff, RowCase.StaffPlace));
        NotForUs(IntakeOpener.Open(
            RowCase.With(_case.Cold, place: place), RowCase.With(_case.Hot, place: place), _case.Staff, RowCase.StaffPlace));
        foreach (var at in Enumerable.Range(0, 256).Where(n => n != RowCase.StaffPlace))
        {
            NotForUs(IntakeOpener.Open(_case.Cold, _case.Hot, _case.Staff, (byte)at));
        }
    }

    [Fact]
    public void A_stanza_moved_to_another_place_of_the_roster_is_not_for_us()
    {
        var own = _case.Cold.Stanzas.AsSpan(RowCase.StaffPlace * Format.StanzaSize, Format.StanzaSize);
        byte[] stanzas = [.. own, .. _case.Cold.Stanzas.AsSpan(Format.StanzaSize)];

        NotForUs(IntakeOpener.Open(RowCase.With(_case.Cold, stanzas), _case.Hot, _case.Staff, 0));
    }

    [Fact]
    public void Every_recipient_opens_and_a_free_place_is_sealed_to_nobody()
    {
        using var one = EpochSecret.Draw();
        using var two = EpochSecret.Draw();
        var (cold, hot) = new IntakeSealer(_case.Server).Begin(
            _case.Locator, _case.Key, new(1, 3, [one.Public, null, two.Public, null]), _case.Walk, _case.Heading, RowCase.Today);
        EpochSecret[] secrets = [one, two];

        var opened = Enumerable.Range(0, 4).SelectMany(place => secrets.Index()
            .Where(s => IntakeOpener.Open(cold, hot, s.Item, (byte)place) is Opening.Opened).Select(s => (place, s.Index)));

        Assert.Equal([(0, 0), (2, 1)], opened);
    }

    [Fact]
    public void Done_leaves_a_row_that_no_button_finds_or_opens()
    {
        var sealer = new IntakeSealer(_case.Server);
        Assert.Equal(_case.Server.DoorOf(_case.Locator), _case.Hot.Door);
        _case.Press(new SlotWrite(Slot.Question(1), new byte[] { 1, 0 }));
        var before = _case.Hot;

        _case.Finish(new SlotWrite(Slot.Question(2), Empty));

        Assert.NotEqual(before.Door, _case.Hot.Door);
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Door.Random()).Distinct().Count());
        Assert.NotEqual(before.Version, _case.Hot.Version);
        Assert.Equal((before.Place, before.Expires), (_case.Hot.Place, _case.Hot.Expires));
        Assert.Null(sealer.Open(_case.Hot, _case.FirstKey, Blob.MaxCommits, out _));
        Assert.True(before.Blob.Zip(_case.Hot.Blob).Count(pair => pair.First == pair.Second) < 40);
        Assert.Equal([1, 0], _case.Slots()[Slot.Question(1)]);
    }

    [Fact]
    public void A_press_changes_the_box_of_its_slot_and_no_other()
    {
        var positions = _case.Positions();
        foreach (var slot in All)
        {
            var before = _case.Hot;
            _case.Press(new SlotWrite(slot, new byte[] { 3 }));
            var changed = Enumerable.Range(0, 20).Where(n =>
                !before.Slots.AsSpan(n * 72, 72).SequenceEqual(_case.Hot.Slots.AsSpan(n * 72, 72)));

            Assert.Equal(slot == Slot.Note ? [] : [positions[slot.Number]], changed);
            Assert.Equal(slot == Slot.Note, !before.Note.AsSpan().SequenceEqual(_case.Hot.Note));
            Assert.Equal((before.Place, before.Door, before.Expires), (_case.Hot.Place, _case.Hot.Door, _case.Hot.Expires));
            Assert.NotEqual(before.Version, _case.Hot.Version);
            Assert.NotEqual(before.Blob, _case.Hot.Blob);
        }
    }

    [Fact]
    public void Two_intakes_of_the_same_presses_share_no_bytes()
    {
        using var other = new RowCase();

        Assert.NotEqual(_case.Hot.Door, other.Hot.Door);
        Assert.NotEqual(_case.Hot.Place, other.Hot.Place);
        Assert.NotEqual(_case.Positions(), other.Positions());
        Assert.True(_case.Hot.Slots.Zip(other.Hot.Slots).Count(pair => pair.First == pair.Second) < 40);
    }

    /// <summary>Presses of many people at once share one sealer.</summary>
    [Fact]
    public void One_sealer_serves_many_at_once()
    {
        var sealer = new IntakeSealer(_case.Server);
        Parallel.For(0, 16, _ =>
        {
            var key = StepKey.Draw();
            var (cold, hot) = sealer.Begin(
                Locator.Draw(RowCase.Today), key, new(1, 3, [null, null, _case.Staff.Public, null]), _case.Walk, _case.Heading, RowCase.Today);
            using var blob = sealer.Open(hot, key, 0, out var current)!;
            var row = sealer.Commit(hot, blob, _case.Walk, [new(Slot.Question(7), new byte[] { 1, 9 })], current.Next());

            Assert.Equal([1, 9], Assert.IsType<Opening.Opened>(IntakeOpener.Open(cold, row, _case.Staff, RowCase.StaffPlace)).Slots[Slot.Question(7)]);
        });
    }

    [Fact]
    public void Nothing_of_an_answer_is_in_the_text_of_an_opening() =>
        Assert.Equal($"Opened {_case.Cold.Place}", $"{IntakeOpener.Open(_case.Cold, _case.Hot, _case.Staff, RowCase.StaffPlace)}");

    private static void NotForUs(Opening opening) => Assert.IsType<Opening.NotForUs>(opening);

    private static Dictionary<Slot, byte[]> AtConsent(RowCase intake) =>
        All.ToDictionary(slot => slot, slot => slot == Slot.Heading ? intake.Heading.Encode() : Empty);

    private static void Same(Dictionary<Slot, byte[]> model, IReadOnlyDictionary<Slot, byte[]?> opened)
    {
        Assert.Equal(All.Length, opened.Count);
        Assert.All(model, said => Assert.Equal(said.Value, opened[said.Key]));
    }
}
