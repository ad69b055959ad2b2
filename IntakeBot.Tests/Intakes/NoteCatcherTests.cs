using System.Globalization;
using System.Text;
using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

public sealed class NoteCatcherTests
{
    private static readonly Rune[] Digits =
        [.. Enumerable.Range(0, 0x20000).Where(Rune.IsValid).Select(v => new Rune(v)).Where(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.DecimalDigitNumber)];

    private static readonly string[] Between = ["", "", " ", "-", ".", "\u200B", "\u2060", "\u00AD", "\u0301", "\uFE0F", "\u20E3", "\u3000", "·", "_", "/", "ㅡ", "ー", "\u3164", "\n"];

    public static TheoryData<string> Refused => NoteExamples.Refused;

    public static TheoryData<string> Accepted => NoteExamples.Accepted;

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_could_find_her_is_refused_also_in_the_middle_of_words(string text)
    {
        Assert.Null(NoteCatcher.Take(text));
        Assert.Null(NoteCatcher.Take($"  {text}\n"));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_anybody_might_write_is_kept_as_it_was_written(string text) => Assert.Equal(text, NoteCatcher.Take($" {text}\n")?.Text);

    [Fact]
    public void The_tables_are_as_long_as_they_have_to_be() => Assert.Equal((true, true), (Refused.Count >= 60, Accepted.Count >= 40));

    [Fact]
    public void Five_digits_of_whatever_scripts_with_whatever_between_are_refused() =>
        Gen.Select(Any(Digits), Any(Between)).List[5, 20].Sample(
            pairs => Assert.True(NoteCatcher.Refuses($"x {string.Concat(pairs.Select(p => p.Item1 + p.Item2))} x"), string.Concat(pairs.Select(p => p.Item1 + p.Item2))),
            iter: 2000);

    [Fact]
    public void No_text_whatever_makes_it_throw() =>
        Gen.OneOf(Gen.Char, Any('\uD800', '\uDC00', 'ᄀ', 'ᅡ', 'ᆨ', '\u3099', 'ﾞ', '1', '.', '@', '市', '동', 'に')).Array[0, 60].Sample(
            signs => _ = NoteCatcher.Take(new string(signs)), iter: 20_000);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200B\u200B")]
    public void Nothing_is_no_note(string text) => Assert.Null(NoteCatcher.Take(text));

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
