using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>From Done to the last reply: what the code opens, what it does not, and what each row then says.</summary>
public sealed class MailboxTests : IDisposable
{
    private static readonly Day Today = RowCase.Today;

    private readonly MailboxCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void The_code_opens_its_mailbox_and_another_code_or_server_does_not()
    {
        using var other = PreparedCode.Make(_case.Intake.Server, ArgonProfile.Tiny);
        using var server = new ServerKey(new byte[ServerKey.Size]);

        using (var opened = _case.Open())
        {
            Assert.Equal(_case.Intake.Cold.Place, opened.Intake);
            Assert.Empty(opened.Replies);
        }

        Assert.Null(OpenedMailbox.Open(_case.Row, CodeKeys.Derive(other.Code, _case.Intake.Server, ArgonProfile.Tiny)));
        Assert.Null(OpenedMailbox.Open(_case.Row, CodeKeys.Derive(_case.Prepared.Code, server, ArgonProfile.Tiny)));
        Assert.Null(OpenedMailbox.Open(_case.Row, CodeKeys.Derive(_case.Prepared.Code, _case.Intake.Server, new(2, 8))));
        Assert.Null(OpenedMailbox.Open(Mailbox.Locked(Today), _case.Keys()));
    }

    [Fact]
    public void Slot_M_names_the_mailbox_and_only_its_key_is_answered()
    {
        using var other = new MailboxCase();
        var slotM = _case.SlotOf(Slot.Mailbox)!;

        Assert.Equal(_case.Row.Place.ToArray(), slotM);
        Assert.NotNull(SealedReply.Seal(MailboxCase.Text("x"), _case.Row.Key, slotM));
        Assert.Null(SealedReply.Seal(MailboxCase.Text("x"), other.Row.Key, slotM));
        Assert.Null(SealedReply.Seal(MailboxCase.Text("x"), _case.Row.Key, [0]));
        Assert.Null(SealedReply.Seal(MailboxCase.Text("x"), _case.Row.Key, slotM.AsSpan(0, 15)));
    }

    [Fact]
    public void Until_she_has_the_code_it_is_in_the_state_and_nothing_else_is_lost()
    {
        using var blob = new IntakeSealer(_case.Intake.Server).Open(_case.Hot, _case.Key, 0, out _)!;

        Assert.Equal(_case.Prepared.Code, blob.Code);
        Assert.Equal(_case.Intake.Heading.Encode(), _case.SlotOf(Slot.Heading));
        Assert.All(Slot.Reserved, s => Assert.Equal([0], _case.SlotOf(s)));
    }

    /// <summary>The mailbox's box has their next keys: a second box under a spent key could be read by nobody.</summary>
    [Fact]
    public void While_a_code_waits_the_conversation_leaves_M_and_R_alone()
    {
        var sealer = new IntakeSealer(_case.Intake.Server);
        using var blob = sealer.Open(_case.Hot, _case.Key, 0, out _)!;
        foreach (var writes in new SlotWrite[][] { [], [new(Slot.Reserved[1], new byte[] { 0 })], [new(Slot.Mailbox, new byte[] { 0 })], [new(Slot.Question(1), new byte[] { 0 }), new(Slot.Reserved[0], new byte[] { 0 })] })
        {
            Assert.Throws<InvalidOperationException>(() => sealer.Commit(_case.Hot, blob, blob.Walk, writes, _case.Key.Next()));
        }

        var spoken = sealer.Commit(_case.Hot, blob, blob.Walk, [new(Slot.Heading, blob.Heading.Encode())], _case.Key.Next());
        using var opened = _case.Open();
        _case.Take(opened.Add(spoken, Slot.Reserved[0], [1, 9], Today));
        Assert.Equal([1, 9], _case.SlotOf(Slot.Reserved[0]));
    }

    [Fact]
    public void With_the_code_every_slot_that_is_sealed_anew_changes_and_M_holds_the_mailboxs_name()
    {
        byte[][] Boxes(HotRow row) => [.. row.Slots.Chunk(Format.SlotSize), row.Note];

        var same = Boxes(_case.Intake.Hot).Index().Where(b => b.Item.SequenceEqual(Boxes(_case.Hot)[b.Index])).Select(b => b.Index);

        Assert.Equal([(int)_case.Intake.Positions()[Slot.Question(1).Number]], same);
        Assert.Equal(_case.Prepared.SlotM, _case.SlotOf(Slot.Mailbox));
    }

    /// <summary>The first one's mailbox would have spent keys, and staff would write to nobody.</summary>
    [Fact]
    public void No_second_code_is_given_while_one_waits()
    {
        var sealer = new IntakeSealer(_case.Intake.Server);
        using var blob = sealer.Open(_case.Hot, _case.Key, 0, out _)!;
        using var second = PreparedCode.Make(_case.Intake.Server, ArgonProfile.Tiny);

        Assert.Throws<InvalidOperationException>(() => sealer.GiveCode(_case.Hot, blob, blob.Walk, MailboxCase.Done(), second, _case.Key.Next(), Today));
    }

    [Fact]
    public void A_code_is_not_taken_back_where_M_was_changed_as_often_as_it_may_be()
    {
        using var blob = new IntakeSealer(_case.Intake.Server).Open(_case.Hot, _case.Key, 0, out _)!;
        while (blob.ChangesOf(Slot.Mailbox) < Blob.MaxChanges - 1)
        {
            blob.CountChange(Slot.Mailbox);
        }

        _ = IntakeSealer.TakeCodeBack(_case.Hot, blob);

        Assert.Throws<InvalidOperationException>(() => IntakeSealer.TakeCodeBack(_case.Hot, blob));
    }

    [Fact]
    public void Who_wants_no_number_has_an_empty_M_and_nothing_leads_to_the_row()
    {
        using var blob = new IntakeSealer(_case.Intake.Server).Open(_case.Hot, _case.Key, 0, out _)!;

        var row = IntakeSealer.TakeCodeBack(_case.Hot, blob);

        Assert.Equal([0], _case.Intake.Slots(row)[Slot.Mailbox]);
        Assert.NotEqual(_case.Hot.Door, row.Door);
        Assert.Null(Blob.Open(row, _case.Intake.Server, _case.Key));
        Assert.Equal(_case.Intake.Slots(_case.Hot).Where(s => s.Key != Slot.Mailbox), _case.Intake.Slots(row).Where(s => s.Key != Slot.Mailbox));
    }

    [Fact]
    public void Replies_are_read_oldest_first_and_one_that_was_read_is_gone()
    {
        _case.Answer("one", Today);
        _case.Answer("two", Today.Plus(1));
        Assert.Equal(["one", "two"], _case.Read());

        using (var opened = _case.Open())
        {
            _case.Take(opened.Forget(opened.Replies[0], Today.Plus(2)));
        }

        Assert.Equal(["two"], _case.Read());
        _case.Answer("three", Today.Plus(3));
        _case.Answer("four", Today.Plus(3));
        Assert.Equal(["two", "three", "four"], _case.Read());
        _case.Answer("five", Today.Plus(3));
        Assert.Equal(["three", "four", "five"], _case.Read());
    }

    [Fact]
    public void A_reply_is_gone_after_thirty_days_unread()
    {
        _case.Answer("one", Today);

        Assert.Null(_case.Row.Swept(Today.Plus(30)));
        _case.Take(_case.Row.Swept(Today.Plus(31)));

        Assert.Empty(_case.Read());
    }

    [Fact]
    public void A_reply_is_gone_three_days_after_it_was_first_shown_however_often()
    {
        _case.Answer("one", Today);
        _case.Answer("two", Today);
        for (var day = 5; day <= 8; day++)
        {
            using var opened = _case.Open();
            var shown = opened.Show(opened.Replies[0], Today.Plus(day));
            Assert.Equal(day == 5, shown is not null);
            _case.Take(shown);
            Assert.Null(_case.Row.Swept(Today.Plus(day)));
        }

        _case.Take(_case.Row.Swept(Today.Plus(9)));
        Assert.Equal(["two"], _case.Read());
    }

    [Fact]
    public void Shown_on_its_last_days_it_is_kept_no_longer()
    {
        _case.Answer("one", Today);
        using var opened = _case.Open();

        Assert.Null(opened.Show(opened.Replies[0], Today.Plus(28)));
        Assert.NotNull(opened.Show(opened.Replies[0], Today.Plus(26)));
    }

    /// <summary>So equal days say nothing, and which are throw-away ones is not written anywhere.</summary>
    [Fact]
    public void Days_fall_from_the_newest_to_the_oldest_and_throw_away_ones_have_the_last()
    {
        var rows = new List<Mailbox> { _case.Row, Mailbox.Locked(Today) };
        _case.Answer("one", Today.Plus(2));
        rows.Add(_case.Row);
        _case.Answer("two", Today.Plus(5));
        using (var opened = _case.Open())
        {
            _case.Take(opened.Show(opened.Replies[0], Today.Plus(6)));
            rows.Add(_case.Row);
        }

        rows.Add(_case.Row.Swept(Today.Plus(10))!);
        Assert.All(rows, row => Assert.Equal(row.Replies.Select(r => r.LastDay).OrderDescending(), row.Replies.Select(r => r.LastDay)));
        Assert.Equal([30, 30, 30], Days(rows[0]));
        Assert.Equal([30, 30, 30], Days(rows[1]));
        Assert.Equal([32, 30, 30], Days(rows[2]));
        Assert.Equal([35, 9, 9], Days(rows[3]));
        Assert.Equal([35, 35, 35], Days(rows[4]));
    }

    [Fact]
    public void She_adds_what_staff_read_and_no_other_slot_changes()
    {
        for (byte time = 1; time <= 3; time++)
        {
            var before = _case.Intake.Slots(_case.Hot);
            using var opened = _case.Open();
            _case.Take(opened.Add(_case.Hot, Slot.Reserved[1], [1, time], Today));

            Assert.Equal([1, time], _case.SlotOf(Slot.Reserved[1]));
            Assert.Equal(before.Where(s => s.Key != Slot.Reserved[1]), _case.Intake.Slots(_case.Hot).Where(s => s.Key != Slot.Reserved[1]));
        }

        using var mailbox = _case.Open();
        Assert.Throws<ArgumentException>(() => mailbox.Add(_case.Hot, Slot.Question(1), [1, 1], Today));
        Assert.Throws<ArgumentException>(() => mailbox.Add(_case.Hot, Slot.Mailbox, [1, 1], Today));
        using var stranger = new RowCase();
        Assert.Throws<ArgumentException>(() => mailbox.Add(stranger.Hot, Slot.Reserved[0], [1, 1], Today));
    }

    /// <summary>A failed commit loses nothing: the same opened mailbox is used again.</summary>
    [Fact]
    public void What_was_not_committed_can_be_done_again()
    {
        using var opened = _case.Open();
        Assert.NotNull(opened.Add(_case.Hot, Slot.Reserved[0], [1, 1], Today));

        _case.Take(opened.Add(_case.Hot, Slot.Reserved[0], [1, 2], Today));

        Assert.Equal([1, 2], _case.SlotOf(Slot.Reserved[0]));
        Assert.True(opened.TryAgain(_case.Row));
        _case.Take(opened.Add(_case.Hot, Slot.Reserved[0], [1, 3], Today));
        Assert.Equal([1, 3], _case.SlotOf(Slot.Reserved[0]));
        Assert.False(opened.TryAgain(Mailbox.Locked(Today)));
    }

    [Fact]
    public void After_64_changes_of_a_slot_no_more_is_taken_and_staff_read_the_last()
    {
        for (var change = 1; change <= Blob.MaxChanges; change++)
        {
            using var opened = _case.Open();
            _case.Take(opened.Add(_case.Hot, Slot.Reserved[2], [1, (byte)change], Today));
        }

        using var full = _case.Open();
        Assert.Null(full.Add(_case.Hot, Slot.Reserved[2], [1, 0], Today));
        Assert.Equal([1, 64], _case.SlotOf(Slot.Reserved[2]));
    }

    [Fact]
    public void A_new_code_has_the_replies_and_the_old_one_is_dead()
    {
        _case.Answer("one", Today);
        _case.Answer("two", Today.Plus(1));
        using var old = _case.Open();
        using var prepared = PreparedCode.Make(_case.Intake.Server, ArgonProfile.Tiny);

        var (hot, renewed) = old.Renew(_case.Hot, prepared, Today.Plus(3))!.Value;

        using var opened = OpenedMailbox.Open(renewed, CodeKeys.Derive(prepared.Code, _case.Intake.Server, ArgonProfile.Tiny))!;
        Assert.Equal(["one", "two"], opened.Replies.Select(r => r.Reply.Text));
        Assert.Equal([31, 30, 30], Days(renewed));
        Assert.Equal(renewed.Place.ToArray(), _case.Intake.Slots(hot)[Slot.Mailbox]);
        Assert.NotEqual(_case.Row.Place, renewed.Place);
        Assert.Null(OpenedMailbox.Open(renewed, _case.Keys()));
        var added = opened.Add(hot, Slot.Reserved[0], [1, 5], Today)!.Value;
        Assert.Equal([1, 5], _case.Intake.Slots(added.Hot)[Slot.Reserved[0]]);
    }

    [Fact]
    public void It_is_kept_ninety_days_after_a_person_wrote_it_and_the_calendar_is_no_person()
    {
        Assert.Equal(Today.Plus(90), _case.Row.Expires);
        _case.Answer("one", Today.Plus(5));
        Assert.Equal(Today.Plus(95), _case.Row.Expires);

        Assert.Equal(Today.Plus(95), _case.Row.Swept(Today.Plus(40))!.Expires);
    }

    [Fact]
    public void Other_days_count_wherever_a_day_is_written()
    {
        var days = new ReplyDays { Unread = 12, Shown = 5, Mailbox = 40 };
        using var blob = _case.Intake.Open();
        var (hot, row) = new IntakeSealer(_case.Intake.Server).GiveCode(
            _case.Intake.Hot, blob, _case.Intake.Walk, MailboxCase.Done(), _case.Prepared, _case.Key, Today, days);
        Assert.Equal([12, 12, 12, 40], DaysAndEnd(row));
        Assert.Equal([12, 12, 12, 40], DaysAndEnd(Mailbox.Locked(Today, days)));

        row = row.WithReply(_case.Sealed("one"), Today.Plus(1), days);
        Assert.Equal([13, 12, 12, 41], DaysAndEnd(row));
        using var opened = OpenedMailbox.Open(row, _case.Keys())!;
        var shown = opened.Show(opened.Replies[0], Today.Plus(2), days)!;
        Assert.Equal([7, 7, 7, 42], DaysAndEnd(shown));
        var forgotten = opened.Forget(opened.Replies[0], Today.Plus(3), days);
        Assert.Equal([15, 15, 15, 43], DaysAndEnd(forgotten));
        var added = opened.Add(hot, Slot.Reserved[0], [1, 1], Today.Plus(4), days)!.Value.Mailbox;
        Assert.Equal([13, 12, 12, 44], DaysAndEnd(added));
        using var prepared = PreparedCode.Make(_case.Intake.Server, ArgonProfile.Tiny);
        var renewed = opened.Renew(hot, prepared, Today.Plus(5), days)!.Value.Mailbox;
        Assert.Equal([13, 13, 13, 45], DaysAndEnd(renewed));
        var swept = row.Swept(Today.Plus(14), days)!;
        Assert.Equal([26, 26, 26, 41], DaysAndEnd(swept));
    }

    [Fact]
    public void Fewer_days_than_before_reach_what_is_there_and_say_nothing_of_what_it_was()
    {
        var days = new ReplyDays { Unread = 10, Mailbox = 20 };
        _case.Answer("one", Today.Plus(2));
        _case.Answer("two", Today.Plus(5));
        using (var opened = _case.Open())
        {
            _case.Take(opened.Show(opened.Replies[0], Today.Plus(6)));
        }

        Assert.Equal([35, 9, 9], Days(_case.Row));
        _case.Take(_case.Row.Swept(Today.Plus(6), days));

        Assert.Equal([16, 9, 9, 26], DaysAndEnd(_case.Row));
        Assert.Equal(["one", "two"], _case.Read());
        Assert.Null(_case.Row.Swept(Today.Plus(6), days));
        var nobodys = Mailbox.Locked(Today).Swept(Today.Plus(6), days)!;
        Assert.Equal([16, 16, 16, 26], DaysAndEnd(nobodys));
    }

    [Fact]
    public void More_days_than_before_give_what_is_there_no_more()
    {
        _case.Answer("one", Today);

        Assert.Null(_case.Row.Swept(Today.Plus(1), new() { Unread = 60, Mailbox = 180 }));
    }

    [Fact]
    public void Every_row_has_one_size_and_comes_back_as_it_was()
    {
        var rows = new List<Mailbox> { _case.Row, Mailbox.Locked(Today) };
        _case.Answer(new string('한', Reply.MaxLength), Today);
        rows.Add(_case.Row);

        Assert.Equal(7962, Assert.Single(rows.Select(r => r.Encode().Length).Distinct()));
        Assert.All(rows, r => Assert.Equal(r.Encode(), SealedRow.Decode(r.Encode())?.Encode()));
        Assert.Equal(["한"], _case.Read().Select(t => t[..1]));
    }

    [Fact]
    public void A_flipped_bit_in_box_or_reply_does_not_open()
    {
        _case.Answer("one", Today);
        for (var at = 0; at < Format.MailboxBoxSize; at += 7)
        {
            Assert.Null(OpenedMailbox.Open(_case.Row.With(_case.Row.Replies, Today, RowCase.Flipped(_case.Row.Box, at)), _case.Keys()));
        }

        using var keys = _case.Keys();
        var good = _case.Row.Replies[0].Reply;
        Assert.NotNull(good.Open(keys.Reply, _case.Row.Place));
        Assert.Null(good.Open(keys.Reply, Place.Random()));
        for (var at = 0; at < Format.ReplySize; at += 53)
        {
            Assert.Null(SealedReply.Read(RowCase.Flipped(good.Bytes.ToArray(), at))!.Open(keys.Reply, _case.Row.Place));
        }
    }

    [Fact]
    public void Nothing_in_it_is_found_in_the_intakes_rows()
    {
        var (mailbox, intake) = (_case.Row.Encode(), Convert.ToHexString(_case.Intake.Cold.Encode()) + Convert.ToHexString(_case.Hot.Encode()));

        Assert.All(mailbox.AsSpan(2, mailbox.Length - 34).ToArray().Chunk(16).Where(c => c.Length == 16), c => Assert.DoesNotContain(Convert.ToHexString(c), intake, StringComparison.Ordinal));
        Assert.DoesNotContain(Convert.ToHexString(_case.Intake.Cold.Place.ToArray()), Convert.ToHexString(mailbox), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tombstone_says_a_place_and_a_day()
    {
        var stone = Tombstone.Of(_case.Hot.Place, Today);

        Assert.Equal(68, stone.Encode().Length);
        Assert.Equal((_case.Hot.Place, Today), (stone.Place, ((Tombstone)SealedRow.Decode(stone.Encode())!).Erased));
        Assert.Equal(Today.Plus(180), stone.Expires);
    }

    [Fact]
    public void A_log_line_never_shows_what_opens_it()
    {
        using var opened = _case.Open();
        _case.Answer("secret", Today);
        using var read = _case.Open();

        Assert.Equal("OpenedMailbox ShownReply SealedReply PreparedCode CodeKeys MailboxTag", $"{opened} {read.Replies[0]} {_case.Row.Replies[0].Reply} {_case.Prepared} {_case.Prepared.Keys} {_case.Row.Tag}");
    }

    private static IEnumerable<int> Days(Mailbox row) => row.Replies.Select(r => r.LastDay.Number - Today.Number);

    private static IEnumerable<int> DaysAndEnd(Mailbox row) => [.. Days(row), row.Expires.Number - Today.Number];
}
