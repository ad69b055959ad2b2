using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Intakes;

public sealed class ReplyLintTests
{
    public static TheoryData<ReplyFindingKind, string> Bad =>
        [.. ReplyExamples.Bad.SelectMany(b => b.Texts.Select(text => new TheoryDataRow<ReplyFindingKind, string>(b.Kind, text)))];

    public static TheoryData<string> Good => ReplyExamples.Good;

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_may_not_stand_in_a_reply_is_told_with_its_kind_and_nothing_else_is(ReplyFindingKind kind, string text) =>
        Assert.Equal([kind], ShippedReplies.Lint.Of(text).Select(f => f.Kind).Distinct());

    [Theory]
    [MemberData(nameof(Bad))]
    public void It_is_told_where_it_stands(ReplyFindingKind kind, string text)
    {
        const string before = "Yes. ";

        // A blank on either side may be told with it.
        Assert.All(ShippedReplies.Lint.Of($"{before}{text} Yes.").Where(f => f.Kind == kind), f =>
        {
            Assert.InRange(f.Start, before.Length - 1, before.Length + text.Length - 1);
            Assert.InRange(f.Start + f.Length, f.Start + 1, before.Length + text.Length + 1);
        });
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void What_only_looks_like_it_is_not_told(string text) => Assert.Empty(ShippedReplies.Lint.Of(text));

    [Fact]
    public void Each_kind_has_three_examples_in_each_language()
    {
        ReplyFindingKind[] kinds =
            [ReplyFindingKind.Identifying, ReplyFindingKind.PlaceAndTime, ReplyFindingKind.Forbidden, ReplyFindingKind.NeverAsk, ReplyFindingKind.Promise];

        Assert.Equal(
            kinds.SelectMany(kind => ShippedQuestionnaire.Value.Languages.Select(l => (kind, l.Tag))).Order(),
            ReplyExamples.Bad.Where(b => b.Texts.Length >= 3).Select(b => (b.Kind, b.Tag)).Order());
    }

    [Theory]
    [InlineData("POLICE")]
    [InlineData("ＰｏＬｉｃｅ")]
    [InlineData("p o l i c e")]
    [InlineData("p.o.l.i.c.e")]
    [InlineData("po\u200Bli\u200Dce")]
    [InlineData("po\u00ADlice")]
    [InlineData("po-lice")]
    [InlineData("po\nlice")]
    [InlineData("ⓟⓞⓛⓘⓒⓔ")]
    [InlineData("p\u0301olice")]
    [InlineData("경 찰")]
    [InlineData("경\u200B찰")]
    [InlineData("\u1100\u1167\u11BC\u110E\u1161\u11AF")]
    [InlineData("警 察")]
    [InlineData("警・察")]
    [InlineData("警\u2060察")]
    [InlineData("ﾌﾞﾛｰｶｰ")]
    [InlineData("ブ ロ ー カ ー")]
    [InlineData("CÔNG AN")]
    [InlineData("c ô n g a n")]
    [InlineData("co\u0302ng an")]
    [InlineData("ca\u0309nh sa\u0301t")]
    [InlineData("ti\u0323 na\u0323n")]
    [InlineData("mo\u0302i giơ\u0301i")]
    public void A_word_is_found_however_it_is_written(string word)
    {
        var finding = Assert.Single(ShippedReplies.Lint.Of($"Yes, {word}, no."));

        Assert.Equal(new(ReplyFindingKind.Forbidden, 5, word.Length), finding);
    }

    [Fact]
    public void Every_shipped_word_is_found_as_it_stands_in_capitals_and_spread_out()
    {
        var words = ShippedReplies.Value.Words;
        (ReplyFindingKind, IReadOnlyList<string>)[] lists =
            [(ReplyFindingKind.Forbidden, words.Forbidden), (ReplyFindingKind.NeverAsk, words.NeverAsk), (ReplyFindingKind.Promise, words.Promises)];
        foreach (var (kind, list) in lists)
        {
            foreach (var word in list)
            {
                var plain = word.Replace("*", "", StringComparison.Ordinal).Replace("…", "그 x", StringComparison.Ordinal);
                string[] written = [plain, plain.ToUpperInvariant(), string.Join(' ', plain.ToCharArray()), string.Join('\u200B', plain.ToCharArray())];
                Assert.All(written, text => Assert.Contains(ShippedReplies.Lint.Of($"a {text} b"), f => f.Kind == kind));
            }
        }
    }

    [Theory]
    [InlineData("send a photo", true)]
    [InlineData("send me one or two small photos", true)]
    [InlineData("send word. Then many other long things follow here, and at the end a photo", false)]
    public void Between_two_parts_stand_a_few_letters_only(string text, bool isFound) =>
        Assert.Equal(isFound, ShippedReplies.Lint.Of(text).Any(f => f.Kind is ReplyFindingKind.NeverAsk));

    [Fact]
    public void A_meeting_is_told_at_its_place_and_at_its_time() =>
        Assert.Equal(
            [new(ReplyFindingKind.PlaceAndTime, 4, 7), new(ReplyFindingKind.PlaceAndTime, 15, 5)],
            ShippedReplies.Lint.Of("The station at 10:30"));

    [Fact]
    public void Only_what_is_too_much_of_a_text_is_told_as_too_long()
    {
        Assert.Empty(ShippedReplies.Lint.Of(new string('a', Reply.MaxLength)));
        Assert.Equal([new(ReplyFindingKind.TooLong, Reply.MaxLength, 2)], ShippedReplies.Lint.Of(new string('a', Reply.MaxLength + 2)));
    }

    [Fact]
    public void A_book_is_told_as_too_long_and_not_read()
    {
        var book = string.Concat(Enumerable.Repeat("police 13800 ", 1000));

        Assert.Equal([new(ReplyFindingKind.TooLong, Reply.MaxLength, book.Length - Reply.MaxLength)], ShippedReplies.Lint.Of(book));
    }

    [Theory]
    [InlineData("a\u202Eb")]
    [InlineData("a\U000E0041b")]
    [InlineData("a\u0007")]
    public void Signs_that_change_what_is_seen_make_it_unreadable(string text) =>
        Assert.Equal([new(ReplyFindingKind.Unreadable, 0, text.Length)], ShippedReplies.Lint.Of(text));

    [Fact]
    public void Without_words_it_still_knows_what_identifies() =>
        Assert.Equal([ReplyFindingKind.Identifying], new ReplyLint(ReplyWords.None).Of("police 13800").Select(f => f.Kind));

    [Fact]
    public void What_the_catcher_of_notes_refuses_is_told_here_too_and_nothing_else_as_identifying()
    {
        foreach (var text in NoteExamples.Refused.Concat(NoteExamples.Accepted).Select(row => row.Data))
        {
            var isTold = ShippedReplies.Lint.Of(text).Any(f => f.Kind is ReplyFindingKind.Identifying or ReplyFindingKind.Unreadable);
            Assert.True(NoteCatcher.Refuses(text) == isTold, text);
        }
    }

    [Fact]
    public void No_text_whatever_makes_it_throw_and_every_finding_is_within_it() =>
        Gen.OneOf(Gen.Char, Any('\uD83D', '\uDE00', 'ᄀ', 'ᅡ', 'ᆨ', '\u3099', 'ﾞ', '1', '⑫', '.', '@', 'p', 'o', '警', '察', 'ô', '\u0301', '\u200B', ' ')).Array[0, 60].Sample(
            signs => Assert.All(ShippedReplies.Lint.Of(new string(signs)), f => Assert.True(f is { Start: >= 0, Length: > 0 } && f.Start + f.Length <= signs.Length)),
            iter: 5000);

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
