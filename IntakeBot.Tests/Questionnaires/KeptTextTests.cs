using System.Text.RegularExpressions;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Questionnaires;

/// <summary>What /what-we-keep and /privacy say.</summary>
public sealed partial class KeptTextTests
{
    private static readonly Imprint RunBy = new() { Name = "A society", Contact = "mail@example.org" };

    /// <summary>Each language in plain and in quiet words.</summary>
    public static TheoryData<string, WordPack> Packs
    {
        get
        {
            var packs = new TheoryData<string, WordPack>();
            foreach (var tag in ShippedQuestionnaire.Value.Languages.Select(l => l.Tag))
            {
                packs.Add(tag, WordPack.Plain);
                packs.Add(tag, WordPack.Quiet);
            }

            return packs;
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Each_kind_that_is_stored_has_one_line_in_both_texts(string tag, WordPack pack)
    {
        var words = Words(tag, pack);
        var kinds = Enum.GetValues<Kept>().Where(k => k is not Kept.NothingOfHers).Select(k => Enum.Parse<KeptName>(k.ToString())).ToList();

        foreach (var lines in new[] { Lines(KeptText.Compose(words, new())), Lines(PrivacyText.Compose(words, new(), RunBy)) })
        {
            Assert.All(kinds, kind => Assert.Single(lines, words.Kept[kind].Replace("{days}", DaysOf(kind), StringComparison.Ordinal)));
        }

        Assert.Equal(kinds, StoredThings.All.Select(t => t.Kept).Distinct().Order().Skip(1).Select(k => Enum.Parse<KeptName>(k.ToString())));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_only_numbers_are_those_that_are_in_force(string tag, WordPack pack) => Assert.All(
        (string[])[KeptText.Compose(Words(tag, pack), new() { IntakeDays = 7 }), PrivacyText.Compose(Words(tag, pack), new() { IntakeDays = 7 }, RunBy)],
        text => Assert.Equal(["7", $"{Format.MailboxDays}", $"{Format.EventDays}", $"{Format.TombstoneDays}"], Numbers().Matches(text).Select(m => m.Value)));

    [Theory]
    [MemberData(nameof(Packs))]
    public void Whatever_is_set_is_what_is_said(string tag, WordPack pack)
    {
        var set = new Retention { IntakeDays = 5, ReplyDays = 6, ReplyReadDays = 2, MailboxDays = 44, TombstoneDays = 222 };

        Assert.Empty(set.Problems());
        Assert.All(
            (string[])[KeptText.Compose(Words(tag, pack), set), PrivacyText.Compose(Words(tag, pack), set, RunBy)],
            text => Assert.Equal(["5", "44", $"{Format.EventDays}", "222"], Numbers().Matches(text).Select(m => m.Value)));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Who_runs_it_is_said_where_the_operator_says_it_and_nothing_is_left_to_put_in(string tag, WordPack pack)
    {
        var text = PrivacyText.Compose(Words(tag, pack), new(), RunBy);
        Assert.Contains(RunBy.Name, text, StringComparison.Ordinal);
        Assert.Contains(RunBy.Contact, text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text + KeptText.Compose(Words(tag, pack), new()));

        var nameless = Lines(PrivacyText.Compose(Words(tag, pack), new(), new() { Name = " " }));
        Assert.Equal(Lines(text).Length - 2, nameless.Length);
        Assert.DoesNotContain('{', string.Concat(nameless));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_line_that_the_language_has_is_said(string tag, WordPack pack)
    {
        var words = Words(tag, pack);
        var said = Lines(KeptText.Compose(words, new())).Concat(Lines(PrivacyText.Compose(words, new(), RunBy))).Distinct();

        Assert.Equal(words.Kept.Count, said.Count());
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void With_the_longest_names_it_fits_a_screen(string tag, WordPack pack)
    {
        var longest = new Imprint { Name = new('n', 100), Contact = new('c', 100) };
        Assert.Empty(longest.Problems());
        Assert.InRange(PrivacyText.Compose(Words(tag, pack), new(), longest).Length, 1, 1500);
    }

    /// <summary>It is shown by a bot behind any cover, to whoever types the command.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void No_line_says_that_this_is_for_help(string tag, WordPack pack) =>
        Assert.DoesNotMatch(Telling(), PrivacyText.Compose(Words(tag, pack), new(), new()));

    private static Language Words(string tag, WordPack pack) => ShippedQuestionnaire.Value.InWords(pack).Languages.Single(l => l.Tag == tag);

    private static string DaysOf(KeptName kind) => kind switch
    {
        KeptName.Replies => $"{Format.MailboxDays}",
        KeptName.Tombstone => $"{Format.TombstoneDays}",
        KeptName.CaseEvents => $"{Format.EventDays}",
        _ => "30",
    };

    private static string[] Lines(string text) => text.Split("\n\n");

    [GeneratedRegex(@"\p{N}+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        "help|hotline|danger|hiding|staff|도움|위험|상담|구원|帮助|求助|危险|热线|助け|支援|危険|相談|giúp|nguy hiểm|đường dây",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();
}
