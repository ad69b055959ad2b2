using System.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>What one member writes about an intake, the others read as it was written, or see that it is not.</summary>
public sealed class EventTests : IDisposable
{
    private readonly EventCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void A_colleague_reads_what_was_written_under_the_name_that_it_has_for_the_author()
    {
        var made = EventCase.Made(EventCase.Note("She has a child."), EventCase.Ben, 3, new EventHash(4, 5));

        var (row, hash) = EventSealer.Seal(made, _case.Key, _case.SigningOf(EventCase.Ben), RosterSetup.Today);
        var known = _case.Known((EventRow)SealedRow.Decode(row.Encode())!);

        Assert.Equal((hash, true), (known.Hash, known.IsVerified));
        Assert.Equal(made.Encode(), known.Event.Encode());
        Assert.Equal((RosterSetup.Today.Plus(180), _case.Key.PlaceOf(EventCase.Ben, 3)), (row.Expires, row.Place));
    }

    /// <summary>A copy that came another way is the same event.</summary>
    [Fact]
    public void Sealed_twice_it_has_one_name_and_two_rows_with_nothing_in_common_but_the_place()
    {
        var made = EventCase.Made(EventCase.Note("x"));
        var (one, two) = (_case.Seal(made), _case.Seal(made));

        Assert.Equal(_case.Known(one).Hash, _case.Known(two).Hash);
        Assert.NotEqual(_case.Known(one).Hash, _case.Known(_case.Seal(made with { Minute = made.Minute + 1 })).Hash);
        Assert.DoesNotContain(one.Box.Chunk(8), c => two.Box.AsSpan().IndexOf(c) >= 0);
    }

    /// <summary>Who counts bytes cannot tell it from a hot row, nor a note from an assignment.</summary>
    [Fact]
    public void Every_event_is_as_long_as_a_hot_row_and_shows_nothing_of_the_intake()
    {
        using var other = new EventCase();
        EventBody[] bodies = [new EventBody.Opened(), EventCase.Note(new string('x', 1000)), _case.Draft(EventCase.Ada).ToEvent()];
        var rows = bodies.Select((b, i) => _case.Seal(EventCase.Made(b, counter: (ushort)i)).Encode()).ToList();

        Assert.All(rows, r => Assert.Equal((EventRow.Size, _case.Letters.Hot.Encode().Length), (r.Length, r.Length)));
        var intake = _case.Letters.Intake;
        using var seed = intake.Seed();
        byte[] id = new byte[32], after = new byte[32];
        seed.IntakeId(id);
        seed.After(after);
        byte[][] hidden = [intake.Cold.Place.ToArray(), id[..16], after[..16], intake.Cold.RemoveHash[..16], Encoding.ASCII.GetBytes("xxxxxxxx"), _case.Letters.Row.Place.ToArray()];
        Assert.All(rows, r => Assert.DoesNotContain(hidden, h => r.AsSpan().IndexOf(h) >= 0));
        Assert.NotEqual(_case.Key.PlaceOf(0, 0), other.Key.PlaceOf(0, 0));
        Assert.Equal("Event row", _case.Seal("x").ToString()[..9]);
    }

    /// <summary>The row hash stops nobody who changes a row on purpose: everything is bound by the box.</summary>
    [Fact]
    public void A_changed_byte_is_damage_wherever_it_is_and_whoever_made_the_hash_anew()
    {
        var bytes = _case.Seal("x").Encode();

        Assert.All(Enumerable.Range(0, bytes.Length), at => Assert.Null(SealedRow.Decode(RowCase.Flipped(bytes, at))));
        Assert.All(
            Enumerable.Range(2, bytes.Length - 34),
            at => Assert.IsType<EventOpening.Damaged>(_case.Open(Assert.IsType<EventRow>(SealedRow.Decode(VectorKit.Fixed.Rehashed(RowCase.Flipped(bytes, at)))))));
    }

    [Fact]
    public void Nobody_writes_in_another_s_name()
    {
        using var stranger = SigningKey.Draw();
        var made = EventCase.Made(EventCase.Note("x"));

        Assert.IsType<EventOpening.Damaged>(_case.Open(_case.Seal(made, by: _case.SigningOf(EventCase.Ben))));
        Assert.IsType<EventOpening.Damaged>(_case.Open(_case.Seal(made, by: stranger)));
        Assert.IsType<EventOpening.Opened>(_case.Open(_case.Seal(made)));
    }

    [Fact]
    public void Of_who_has_left_it_is_shown_with_the_mark_that_nobody_can_check_it()
    {
        var row = _case.Seal("x");
        var (ada, ben) = (_case.Roster.Members[0], _case.Roster.Members[1]);
        using var other = SigningKey.Draw();
        Roster With(params RosterMember[] at0) => _case.Roster with { Members = [.. at0, ben] };

        _case.Roster = With();
        Assert.False(_case.Known(row).IsVerified);
        _case.Roster = With(ada with { SigningKey = other.Public, Since = RosterSetup.Today.Plus(1) });
        Assert.False(_case.Known(row).IsVerified);
        _case.Roster = With(ada with { SigningKey = other.Public, Since = RosterSetup.Today });
        Assert.IsType<EventOpening.Damaged>(_case.Open(row));
        _case.Roster = With(ada with { Role = RosterRole.Auditor, Desk = "safeguarding" });
        Assert.True(_case.Known(row).IsVerified);
    }

    [Fact]
    public void It_belongs_to_its_intake_its_author_and_its_counter()
    {
        using var other = new RowCase();
        using var theirs = EventCase.KeyOf(other);
        var made = EventCase.Made(EventCase.Note("x"), counter: 1);
        byte[] content = [.. made.Encode(), .. _case.SigningOf(EventCase.Ada).Sign("case event", [.. _case.Key.IntakeId, .. made.Encode()])];

        Assert.IsType<EventOpening.Opened>(_case.Open(Laid(_case.Key.PlaceOf(0, 1), _case.Key)));
        Assert.IsType<EventOpening.Damaged>(_case.Open(Laid(_case.Key.PlaceOf(0, 0), _case.Key)));
        Assert.IsType<EventOpening.Damaged>(_case.Open(Laid(_case.Key.PlaceOf(2, 1), _case.Key)));
        Assert.IsType<EventOpening.Damaged>(_case.Open(Laid(theirs.PlaceOf(0, 1), theirs), theirs));
        Assert.IsType<EventOpening.Damaged>(_case.Open(_case.Seal("x"), theirs));

        EventRow Laid(Place place, CaseKey key)
        {
            var row = new EventRow { Place = place, Version = RowVersion.Random(), Expires = RosterSetup.Today, Box = new byte[Format.EventBoxSize] };
            Aead.Seal(row.Box, content, row.Head(), key.Box);
            return row;
        }
    }

    [Fact]
    public void A_second_member_finds_in_the_event_all_that_is_needed_to_check_and_sign_a_reply()
    {
        var draft = _case.Draft(EventCase.Ada);
        var known = _case.Known(_case.Seal(EventCase.Made(draft.ToEvent())));
        var body = Assert.IsType<EventBody.ReplyDrafted>(known.Event.Body);

        var read = ReplyDraft.Of(body)!;
        var second = SignedReply.Sign(read.Mailbox, read.Written, read.Reply, EventCase.Ben, _case.SigningOf(EventCase.Ben));

        Assert.Equal("Come back on Friday.", read.TextFor(_case.Letters.Row.Key)!.Text);
        Assert.Equal(ReplyRefusal.None, read.ToSigned(second).Refusal(_case.Roster, RosterSetup.Today));
        Assert.Equal(ReplyAnswers.NameOf(draft.Reply.Id), body.Name);
    }

    [Fact]
    public void A_draft_under_another_name_or_of_another_author_is_damage()
    {
        var body = _case.Draft(EventCase.Ada).ToEvent();

        Assert.Null(ReplyDraft.Of(new(body.Name + 1, body.Draft)));
        Assert.IsType<EventOpening.Damaged>(_case.Open(_case.Seal(EventCase.Made(new EventBody.ReplyDrafted(body.Name + 1, body.Draft)))));
        Assert.IsType<EventOpening.Damaged>(_case.Open(_case.Seal(EventCase.Made(body, EventCase.Ben))));
        Assert.IsType<EventOpening.Opened>(_case.Open(_case.Seal(EventCase.Made(body))));
    }

    [Fact]
    public void A_desk_finds_each_author_s_events_up_to_the_first_gap_and_never_more_than_there_may_be()
    {
        var there = new (int Author, int Counter)[] { (0, 0), (0, 1), (0, 3), (2, 0), (31, 0), (31, 1), (5, 1) }
            .Select(e => _case.Key.PlaceOf((byte)e.Author, (ushort)e.Counter)).ToHashSet();

        var found = _case.Key.Walk(there.Contains);

        Assert.Equal([(0, 0), (0, 1), (2, 0), (31, 0), (31, 1)], found.Select(e => ((int)e.Author, (int)e.Counter)));
        Assert.All(found, e => Assert.Equal(_case.Key.PlaceOf(e.Author, e.Counter), e.Place));
        var all = _case.Key.Walk(_ => true);
        Assert.Equal((32 * 128, 32 * 128), (all.Count, all.DistinctBy(e => e.Place).Count()));
    }

    /// <summary>The case outlives its seed at the desk; the other slots' keys do not.</summary>
    [Fact]
    public void The_key_of_a_case_is_the_same_for_all_who_open_the_intake_and_zeroed_at_the_end()
    {
        var again = EventCase.KeyOf(_case.Letters.Intake);
        Assert.Equal("x", Assert.IsType<EventBody.Noted>(_case.Known(_case.Seal(EventCase.Made(EventCase.Note("x")), key: again)).Event.Body).Text);
        var buffer = RowCase.Buffer(typeof(CaseKey).GetField("_bytes", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(again)!);
        Assert.Contains(buffer, b => b != 0);

        again.Dispose();

        Assert.All(buffer, b => Assert.Equal(0, b));
        Assert.Equal("CaseKey", $"{again}");
        _ = Assert.Throws<ObjectDisposedException>(() => again.PlaceOf(0, 0));
    }

    [Fact]
    public void A_part_of_another_size_is_misuse() =>
        Assert.Throws<ArgumentException>(() => new EventRow { Place = default, Version = default, Expires = default, Box = new byte[Format.EventBoxSize - 1] });
}
