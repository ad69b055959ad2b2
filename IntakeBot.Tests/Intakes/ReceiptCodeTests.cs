using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

public sealed class ReceiptCodeTests
{
    /// <summary>572 checks to 4: the example of Damm's table.</summary>
    private const string Known = "0000 0000 0000 0000 5724";

    private static readonly Gen<string> Codes = Gen.Int[0, 9].Array[19].Select(digits => Digits(digits));

    [Fact]
    public void It_is_shown_in_five_groups_and_read_back()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = ReceiptCode.Draw();

            Assert.Matches("^[0-9]{4}( [0-9]{4}){4}$", code.Show());
            Assert.Equal(code.Show()[^4..], code.LastGroup);
            Assert.Equal(code, Whole(code.Show()));
        }
    }

    [Fact]
    public void No_digit_is_likelier_than_another()
    {
        var counts = new int[19 * 10];
        for (var i = 0; i < 20_000; i++)
        {
            var shown = ReceiptCode.Draw().Show().Replace(" ", "", StringComparison.Ordinal);
            for (var at = 0; at < 19; at++)
            {
                counts[(10 * at) + shown[at] - (int)'0']++;
            }
        }

        // 2000 are expected; 300 away is seven standard deviations.
        Assert.All(counts, count => Assert.InRange(count, 1700, 2300));
    }

    [Fact]
    public void The_check_digit_is_the_one_of_Damms_table() => Assert.Equal(CodeReading.Whole, ReceiptCode.Read(Known, out _));

    [Fact]
    public void One_wrong_digit_is_told_apart_from_no_code() =>
        Gen.Select(Codes, Gen.Int[0, 19], Gen.Int[1, 9]).Sample((code, at, more) =>
        {
            var wrong = code.ToCharArray();
            wrong[at] = (char)('0' + ((wrong[at] - '0' + more) % 10));
            Assert.Equal(CodeReading.Mistyped, ReceiptCode.Read(new string(wrong), out var read));
            Assert.Null(read);
        });

    [Fact]
    public void Two_neighbours_swapped_are_found() =>
        Gen.Select(Codes, Gen.Int[0, 18]).Sample((code, at) =>
        {
            var swapped = code.ToCharArray();
            (swapped[at], swapped[at + 1]) = (swapped[at + 1], swapped[at]);
            Assert.Equal(swapped[at] == swapped[at + 1] ? CodeReading.Whole : CodeReading.Mistyped, ReceiptCode.Read(new string(swapped), out _));
        });

    [Theory]
    [InlineData("٠١٢٣٤٥٦٧٨٩")]
    [InlineData("۰۱۲۳۴۵۶۷۸۹")]
    [InlineData("०१२३४५६७८९")]
    [InlineData("๐๑๒๓๔๕๖๗๘๙")]
    [InlineData("០១២៣៤៥៦៧៨៩")]
    [InlineData("０１２３４５６７８９")]
    [InlineData("𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡")]
    [InlineData("〇一二三四五六七八九")]
    [InlineData("零壹贰叁肆伍陆柒捌玖")]
    [InlineData("零壹貳參肆伍陸柒捌玖")]
    [InlineData("零壱弐参四五六七八九")]
    [InlineData("〇〡〢〣〤〥〦〧〨〩")]
    [InlineData("⓪①②③④⑤⑥⑦⑧⑨")]
    [InlineData("⓿❶❷❸❹❺❻❼❽❾")]
    [InlineData("⁰¹²³⁴⁵⁶⁷⁸⁹")]
    [InlineData("0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣")]
    public void Digits_of_any_script_are_digits(string digits)
    {
        var ten = System.Globalization.StringInfo.GetTextElementEnumerator(digits);
        var each = new List<string>();
        while (ten.MoveNext())
        {
            each.Add(ten.GetTextElement());
        }

        Assert.Equal(10, each.Count);
        var code = ReceiptCode.Draw();
        Assert.Equal(code, Whole(string.Concat(code.Show().Select(c => c == ' ' ? " " : each[c - '0']))));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\r\n\t")]
    [InlineData("\u00A0")]
    [InlineData("\u3000")]
    [InlineData("-")]
    [InlineData("‐‑‒–—―−－﹣－~～〜ー")]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF")]
    [InlineData("\u200E\u200F\u202A\u202E\u2066\u2069\u061C")]
    [InlineData("，、。．：；・·")]
    [InlineData("（）「」『』【】〔〕")]
    [InlineData("./_,")]
    [InlineData("\u3164\u2800")]
    public void What_stands_between_digits_is_passed_over(string between)
    {
        var code = ReceiptCode.Draw();

        Assert.Equal(code, Whole(between + code.Show().Replace(" ", between, StringComparison.Ordinal) + between));
    }

    [Theory]
    [InlineData("0000 0000 0000 0000 572")]
    [InlineData("0000 0000 0000 0000 5724 0")]
    [InlineData("００００-0000-0000-0000-572")]
    public void One_digit_too_few_or_too_many_is_nearly_one(string typed)
    {
        Assert.Equal(CodeReading.Nearly, ReceiptCode.Read(typed, out var code));
        Assert.Null(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000 0000 0000 0000 57")]
    [InlineData("0000 0000 0000 0000 5724 00")]
    [InlineData("13812345678")]
    [InlineData("440 524 1888 0101 0018")]
    [InlineData("0000 0000 0000 0000 572a")]
    [InlineData("code 0000 0000 0000 0000 5724")]
    [InlineData("번호 0000 0000 0000 0000 5724")]
    [InlineData("O000 0000 0000 0000 5724")]
    [InlineData("l000 0000 0000 0000 5724")]
    [InlineData("0000 0000 0000 0000 57 十二")]
    [InlineData("⑩000 0000 0000 0000 5724")]
    [InlineData("½000 0000 0000 0000 5724")]
    [InlineData("0000 0000 0000 0000 572\uD835")]
    [InlineData("0000\u00000000 0000 0000 5724")]
    public void Anything_else_is_no_code(string typed)
    {
        Assert.Equal(CodeReading.None, ReceiptCode.Read(typed, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void A_text_of_more_than_200_characters_is_no_code()
    {
        Assert.Equal(CodeReading.Whole, ReceiptCode.Read(Known + new string(' ', 200 - Known.Length), out _));
        Assert.Equal(CodeReading.None, ReceiptCode.Read(Known + new string(' ', 201 - Known.Length), out _));
    }

    [Fact]
    public void Whatever_is_typed_is_read_without_a_fault() => Gen.String.Sample(typed => ReceiptCode.Read(typed, out _) != CodeReading.Whole);

    [Fact]
    public void Its_bytes_come_back_and_no_others_are_taken()
    {
        var code = ReceiptCode.Draw();
        var bytes = new byte[ReceiptCode.Size];
        code.CopyTo(bytes);

        Assert.Equal(code.Show().Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(bytes));
        Assert.Equal(code, ReceiptCode.Decode(bytes));
        Assert.Null(ReceiptCode.Decode(bytes.AsSpan(1)));
        for (var bit = 0; bit < 80; bit++)
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(ReceiptCode.Decode(flipped));
        }
    }

    [Fact]
    public void Choices_are_six_different_groups_and_one_is_hers()
    {
        for (var i = 0; i < 500; i++)
        {
            var code = ReceiptCode.Draw();
            var choices = code.Choices(Chance(i));

            Assert.Equal(6, choices.LastGroups.Distinct().Count());
            Assert.All(choices.LastGroups, g => Assert.Matches("^[0-9]{4}$", g));
            Assert.Equal(choices.Right, choices.LastGroups.ToList().IndexOf(code.LastGroup));
            Assert.Equal(choices.LastGroups, code.Choices(Chance(i)).LastGroups);
        }
    }

    /// <summary>Hers is as often first as last, and the others follow from the chance alone.</summary>
    [Fact]
    public void Hers_may_stand_anywhere_and_nothing_else_follows_from_it()
    {
        var right = new int[6];
        for (var i = 0; i < 6000; i++)
        {
            right[ReceiptCode.Draw().Choices(Chance(i)).Right]++;
        }

        Assert.All(right, count => Assert.InRange(count, 800, 1200));
        var (one, other) = (ReceiptCode.Draw().Choices(Chance(7)), ReceiptCode.Draw().Choices(Chance(7)));
        Assert.Equal(one.LastGroups.Where((_, i) => i != one.Right), other.LastGroups.Where((_, i) => i != other.Right));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReceiptCode.Draw().Choices(new byte[15]));
    }

    [Fact]
    public void A_log_line_never_shows_it()
    {
        var code = ReceiptCode.Draw();

        Assert.DoesNotContain(code.LastGroup, $"{code} {code.Choices(Chance(1))}", StringComparison.Ordinal);
    }

    private static byte[] Chance(int number) => [.. new byte[12], .. BitConverter.GetBytes(number)];

    private static string Digits(int[] digits)
    {
        var open = string.Concat(digits);
        return Enumerable.Range(0, 10).Select(d => $"{open}{d}").Single(c => ReceiptCode.Read(c, out _) == CodeReading.Whole);
    }

    private static ReceiptCode Whole(string typed)
    {
        Assert.Equal(CodeReading.Whole, ReceiptCode.Read(typed, out var code));
        return code!;
    }
}
