using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

public sealed class ReplyTests
{
    [Theory]
    [InlineData("ko", "읽었습니다.")]
    [InlineData("zh-Hans", "好")]
    [InlineData("twelve-chars", "x\ny")]
    [InlineData("en", "🙂")]
    public void It_comes_back(string language, string text)
    {
        var reply = Reply.Of(language, text)!;

        Assert.Equal(reply, Reply.Decode(reply.Encode()));
        Assert.Equal((language, text), (reply.Language, reply.Text));
        Assert.DoesNotContain(text, $"{reply}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("e", "x")]
    [InlineData("thirteen-char", "x")]
    [InlineData("e_n", "x")]
    [InlineData("한국", "x")]
    [InlineData("en", "")]
    [InlineData("en", " \n ")]
    [InlineData("en", "x\u0000")]
    [InlineData("en", "x\r\ny")]
    [InlineData("en", "\uD83D")]
    public void What_is_no_text_or_no_language_is_no_reply(string language, string text) => Assert.Null(Reply.Of(language, text));

    [Fact]
    public void The_longest_in_any_script_fits_and_one_character_more_does_not()
    {
        Assert.Equal(12 + 900, Reply.Of("ko", new string('한', 300))!.Encode().Length);
        Assert.Null(Reply.Of("ko", new string('한', 301)));
    }

    [Fact]
    public void Whatever_decodes_is_written_so_again() => Gen.Byte.Array[0, 40].Sample(bytes =>
        Assert.True(Reply.Decode([.. "en\0\0\0\0\0\0\0\0\0\0"u8, .. bytes]) is not { } reply || reply.Encode().AsSpan(12).SequenceEqual(bytes)));

    [Fact]
    public void A_tag_with_something_behind_its_end_is_refused() => Assert.Null(Reply.Decode([.. "en\0\0\0\0\0\0\0\0\0x"u8, .. "text"u8]));
}
