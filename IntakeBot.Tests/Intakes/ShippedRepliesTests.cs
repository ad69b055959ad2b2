using System.Text.RegularExpressions;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Intakes;

public sealed partial class ShippedRepliesTests
{
    public static TheoryData<string, string> Texts =>
        [.. ShippedReplies.Value.Templates.SelectMany(t => t.Texts.Keys.Select(tag => new TheoryDataRow<string, string>(t.Id, tag)))];

    [Fact]
    public void They_are_enough_of_each_group_and_say_that_nobody_has_signed_them()
    {
        Assert.Empty(ShippedReplies.Value.ReviewedBy);
        Assert.InRange(ShippedReplies.Value.Templates.Count, 16, 20);
        Assert.Equal(Enum.GetValues<ReplyGroup>(), ShippedReplies.Value.Templates.Select(t => t.Group).Distinct().Order());
        Assert.InRange(ShippedReplies.Value.Templates.Count(t => t.Group is ReplyGroup.Neutral), 2, 4);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_speaks_against_one_in_any_language(string id, string tag)
    {
        var text = ShippedReplies.Value.Templates.Single(t => t.Id == id).Texts[tag];

        Assert.Empty(ShippedReplies.Lint.Of(text));
        Assert.NotNull(Reply.Of(tag, text));
        Assert.Empty(GlanceWords.In(text));
    }

    /// <summary>Her buttons say yes and no: one question at most, and none that asks what, who, where, when or how.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void What_one_asks_is_answered_with_yes_or_no(string id, string tag)
    {
        var template = ShippedReplies.Value.Templates.Single(t => t.Id == id);
        var text = template.Texts[tag];

        Assert.InRange(Questions().Count(text), 0, template.Group is ReplyGroup.Neutral ? 0 : 1);
        Assert.DoesNotMatch(OpenQuestions(), text);
    }

    [GeneratedRegex("[?？]|か。", RegexOptions.CultureInvariant)]
    private static partial Regex Questions();

    [GeneratedRegex(
        @"\b(what is|who|where|when is|how|why|which)\b|무엇을|누가|누구|어디|언제|왜|谁|哪|怎么|为什么|什么时候|だれ|どこ|いつ(?!でも)|なぜ|どう(?!ぞ)|\bở đâu|\bkhi nào|\btại sao|\bnhư thế nào",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenQuestions();
}
