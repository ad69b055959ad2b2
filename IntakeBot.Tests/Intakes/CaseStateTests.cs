using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

/// <summary>Two desks at once are normal: whoever knows the same events sees the same case.</summary>
public sealed class CaseStateTests
{
    private const byte Ada = 0;
    private const byte Ben = 2;

    /// <summary>A history: each event follows some that were there before, as the law of hashes has it.</summary>
    private static readonly Gen<KnownEvent[]> Histories = Gen.Select(CaseEventTests.Events, CaseEventTests.Hashes, Gen.Int[0, 255], Gen.Bool).Array[0, 12].Select(steps =>
    {
        var known = new List<KnownEvent>();
        foreach (var (step, hash, follows, isVerified) in steps)
        {
            var parents = known.Where((_, i) => (follows >> (i % 8) & 1) == 1).Select(k => k.Hash).Concat(step.Parents.Take(follows % 3 == 0 ? 1 : 0)).Take(8);
            var (author, counter) = ((byte)(step.Author % 3), (ushort)(step.Counter % 5));
            known.Add(new(hash, step with { Author = author, Counter = counter, Minute = step.Minute % 4, Parents = [.. parents.Distinct().Order()] }, isVerified));
        }

        return known.DistinctBy(k => k.Hash).ToArray();
    });

    private readonly List<KnownEvent> _events = [];

    [Fact]
    public void Any_order_and_any_repetition_come_to_the_same_state() =>
        Gen.Select(Histories, Gen.Int.Array[24], Gen.Int[0, 12]).Sample((events, keys, again) =>
        {
            var turned = events.Concat(events.Take(again)).Zip(keys, (e, key) => (e, key)).OrderBy(p => p.key).Select(p => p.e);

            Assert.Equal(Told(CaseState.Of(events)), Told(CaseState.Of(turned)));
        }, iter: 2000);

    /// <summary>Two copies of one event: whoever could check one of them knows whose it is.</summary>
    [Fact]
    public void Once_checked_it_is_checked()
    {
        var known = Known(new(1, 1), Ada, 0, new EventBody.Opened());

        Assert.Empty(CaseState.Of([known, known with { IsVerified = false }]).Problems);
        Assert.Empty(CaseState.Of([known with { IsVerified = false }, known]).Problems);
        Assert.Single(CaseState.Of([known with { IsVerified = false }]).Problems);
    }

    /// <summary>What two desks each had alone, they have together, whoever hears of whom first.</summary>
    [Fact]
    public void Desks_that_exchange_what_they_have_come_to_the_same_state() =>
        Gen.Select(Histories, Gen.Int).Sample((events, half) =>
        {
            var (mine, theirs) = (events.Where((_, i) => (half >> i & 1) == 0).ToList(), events.Where((_, i) => (half >> i & 1) == 1).ToList());

            Assert.Equal(Told(CaseState.Of(mine.Concat(theirs))), Told(CaseState.Of(theirs.Concat(mine).Concat(theirs))));
        }, iter: 1000);

    [Fact]
    public void A_later_word_counts_also_against_a_greater_hash() =>
        CaseEventTests.Hashes.Array[3].Where(h => h.Distinct().Count() == 3).Sample(hashes =>
        {
            var first = Known(hashes[0], Ada, 0, new EventBody.Assigned(1));
            var note = Known(hashes[1], Ben, 0, EventBody.Noted.Of("x")!, first.Hash);
            var second = Known(hashes[2], Ben, 1, new EventBody.Assigned(null), note.Hash);

            var state = CaseState.Of([second, note, first]);

            Assert.Null(state.Assignee);
            Assert.Equal(second, state.Assigned!.By);
            Assert.Equal([second.Hash], state.Heads);
        });

    [Fact]
    public void Of_two_at_once_the_greatest_hash_counts_and_a_word_after_both_ends_it() =>
        CaseEventTests.Hashes.Array[3].Where(h => h.Distinct().Count() == 3).Sample(hashes =>
        {
            var adas = Known(hashes[0], Ada, 0, new EventBody.Assigned(Ada), minute: 9);
            var bens = Known(hashes[1], Ben, 0, new EventBody.Assigned(Ben), minute: 1);
            var greater = adas.Hash > bens.Hash ? Ada : Ben;

            Assert.Equal((greater, greater), (CaseState.Of([adas, bens]).Assignee!.Value, CaseState.Of([bens, adas]).Assignee!.Value));
            Assert.Equal(new[] { adas.Hash, bens.Hash }.Order(), CaseState.Of([adas, bens]).Heads);
            var last = Known(hashes[2], Ada, 1, new EventBody.Assigned(7), [.. new[] { adas.Hash, bens.Hash }.Order()]);
            Assert.Equal((byte)7, CaseState.Of([bens, last, adas]).Assignee);
        });

    [Fact]
    public void Without_a_word_it_is_new_and_nobody_s()
    {
        var state = CaseState.Of([]);

        Assert.Equal((null, CaseStatus.New, 0, 0), (state.Assignee, state.Status, state.Problems.Count, state.Heads.Count));
    }

    [Fact]
    public void Who_opened_it_first_is_told_once_for_each()
    {
        Add(Ada, 0, new EventBody.Opened(), minute: 9);
        Add(Ben, 0, new EventBody.Opened(), minute: 5);
        Add(Ada, 1, new EventBody.Opened(), minute: 7);

        Assert.Equal([(Ben, 5), (Ada, 7)], CaseState.Of(_events).Openings.Select(o => (o.Author, (int)o.By.Event.Minute)));
    }

    [Fact]
    public void A_draft_waits_until_it_was_sent_or_withdrawn()
    {
        Add(Ada, 0, Draft(1));
        Add(Ada, 1, Draft(2));
        Add(Ben, 0, Draft(3));
        Add(Ben, 1, Draft(1));
        Assert.Equal([(1UL, Ada), (1UL, Ben), (2UL, Ada), (3UL, Ben)], Waiting());

        Add(Ben, 2, new EventBody.ReplySent(1));
        Add(Ada, 2, new EventBody.ReplyWithdrawn(3));
        Add(Ada, 3, new EventBody.ReplyWithdrawn(1));
        Add(Ada, 4, new EventBody.ReplySent(1), minute: 3);

        Assert.Equal([(2UL, Ada)], Waiting());
        Assert.Equal([(1UL, Ben)], CaseState.Of(_events).Sent.Select(s => (s.Body.Name, s.Author)));

        IEnumerable<(ulong, byte)> Waiting() => CaseState.Of(_events).Drafts.Select(d => (d.Body.Name, d.Author)).Order();
    }

    /// <summary>Two desks may put one tag and take away another at once: each tag is a matter of its own.</summary>
    [Fact]
    public void Each_tag_stands_for_itself_and_the_later_word_counts()
    {
        Add(Ada, 0, EventBody.Tagged.Of("to call", isOn: true)!);
        Add(Ada, 1, EventBody.Tagged.Of("child", isOn: true)!);
        Add(Ben, 0, EventBody.Tagged.Of("to call", isOn: false)!, parents: _events[0].Hash);
        Add(Ben, 1, EventBody.Tagged.Of("again", isOn: false)!);

        Assert.Equal(["child"], CaseState.Of(_events).Tags.Select(t => t.Body.Tag));
        Add(Ada, 2, EventBody.Tagged.Of("to call", isOn: true)!, parents: _events[2].Hash);
        Assert.Equal(["child", "to call"], CaseState.Of(_events).Tags.Select(t => t.Body.Tag));
    }

    [Fact]
    public void A_follow_up_and_a_merge_hold_until_they_are_taken_back()
    {
        Add(Ada, 0, new EventBody.FollowUp(20_790));
        Add(Ada, 1, new EventBody.Merged(7));
        Assert.Equal((20_790, (UInt128)7), ((int)CaseState.Of(_events).FollowUp!, CaseState.Of(_events).MergedInto));

        Add(Ben, 0, new EventBody.FollowUp(0), parents: _events[0].Hash);
        Add(Ben, 1, new EventBody.Merged(0), parents: _events[1].Hash);

        Assert.Equal((null, null), (CaseState.Of(_events).FollowUp, CaseState.Of(_events).MergedInto));
    }

    [Fact]
    public void Notes_and_what_a_newer_program_wrote_are_all_there_in_the_order_of_time()
    {
        Add(Ada, 0, EventBody.Noted.Of("second")!, minute: 2);
        Add(Ben, 0, EventBody.Noted.Of("first")!, minute: 1);
        Add(Ben, 1, EventBody.Decode(200, [1, 2, 3]));
        var state = CaseState.Of(_events);

        Assert.Equal(["first", "second"], state.Notes.Select(n => n.Body.Text));
        Assert.Equal(200, Assert.Single(state.Unknown).Body.Kind);
        Assert.Empty(state.Problems);
    }

    [Fact]
    public void What_is_missing_twofold_or_by_nobody_is_told()
    {
        var lost = new EventHash(9, 9);
        Add(Ada, 0, new EventBody.Opened());
        Add(Ada, 3, new EventBody.Opened(), parents: lost);
        Add(Ben, 0, new EventBody.Opened());
        Add(Ben, 0, EventBody.Noted.Of("another")!);
        _events.Add(Known(new(7, 7), 5, 0, new EventBody.StatusSet(CaseStatus.Closed)) with { IsVerified = false });
        var state = CaseState.Of(_events);

        Assert.Equal(
            [
                new CaseProblem.MissingParent(Ada, 3, lost), new CaseProblem.Fork(Ben, 0), new CaseProblem.Gap(Ada, 1), new CaseProblem.Gap(Ada, 2),
                new CaseProblem.Unverified(5, 0),
            ],
            state.Problems);
        Assert.Equal(CaseStatus.Closed, state.Status);
    }

    /// <summary>So many desks at once nobody has; what does not fit is joined by the event after.</summary>
    [Fact]
    public void Of_more_heads_than_fit_the_greatest_are_followed()
    {
        for (byte author = 0; author < 12; author++)
        {
            _events.Add(Known(new(0, author), author, 0, new EventBody.Opened()));
        }

        Assert.Equal(Enumerable.Range(4, 8).Select(i => new EventHash(0, (UInt128)i)), CaseState.Of(_events).Heads);
    }

    /// <summary>As many as are ever looked for, in one chain.</summary>
    [Fact]
    public void The_longest_case_is_folded()
    {
        for (var i = 0; i < CaseEvent.MostAuthors * CaseEvent.MostOfAuthor; i++)
        {
            var parents = i == 0 ? [] : new[] { new EventHash(1, (UInt128)(i - 1)) };
            _events.Add(Known(new(1, (UInt128)i), (byte)(i % CaseEvent.MostAuthors), (ushort)(i / CaseEvent.MostAuthors), new EventBody.StatusSet((CaseStatus)(i % 6)), parents));
        }

        var state = CaseState.Of(_events);

        Assert.Equal(((CaseStatus)((_events.Count - 1) % 6), 1, 0), (state.Status, state.Heads.Count, state.Problems.Count));
    }

    private static EventBody.ReplyDrafted Draft(ulong name) => new(name, new byte[EventBody.DraftSize]);

    private static KnownEvent Known(EventHash hash, byte author, ushort counter, EventBody body, params EventHash[] parents) => Known(hash, author, counter, body, 1, parents);

    private static KnownEvent Known(EventHash hash, byte author, ushort counter, EventBody body, uint minute, params EventHash[] parents) =>
        new(hash, new() { Author = author, Counter = counter, Minute = minute, Parents = parents, Body = body }, IsVerified: true);

    private void Add(byte author, ushort counter, EventBody body, uint minute = 1, params EventHash[] parents) =>
        _events.Add(Known(new(1, (UInt128)_events.Count), author, counter, body, minute, parents));

    /// <summary>All that a state says, down to the event.</summary>
    private static string Told(CaseState state) => string.Join(
        '\n',
        [
            $"{state.Assigned?.By.Hash} {state.Assignee}", $"{state.StatusSet?.By.Hash} {state.Status}",
            .. state.Openings.Select(e => Line(e.By)), .. state.Drafts.Select(e => Line(e.By)), .. state.Sent.Select(e => Line(e.By)),
            .. state.Notes.Select(e => Line(e.By)), .. state.Tags.Select(e => Line(e.By)), $"{state.FollowUpSet?.By.Hash} {state.FollowUp}",
            $"{state.MergedSet?.By.Hash} {state.MergedInto}", .. state.Referrals.Select(e => Line(e.By)), .. state.TakenOut.Select(e => Line(e.By)), .. state.Unknown.Select(e => Line(e.By)),
            .. state.Problems.Select(p => $"{p}"), .. state.Heads.Select(h => $"{h}"),
        ]);

    private static string Line(KnownEvent known) => $"{known.Hash} {known.Event.Body.Kind} {known.IsVerified}";
}
