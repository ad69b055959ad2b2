using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

public sealed class NoteTests
{
    [Fact]
    public void Every_note_comes_back() => Gen.String[1, 90].Sample(
        text =>
        {
            if (Note.Of(text) is { } note)
            {
                Assert.Equal(text, Note.Decode(note.Encode())!.Text);
            }
        },
        iter: 2000);

    [Fact]
    public void Whatever_decodes_encodes_to_the_same_bytes() => Gen.Byte.Array[0, 8].Sample(
        rest =>
        {
            byte[] bytes = [0x4E, .. rest];
            if (Note.Decode(bytes) is { } note)
            {
                Assert.Equal(bytes, note.Encode());
            }
        },
        iter: 5000);

    [Theory]
    [InlineData("4E61", true)]
    [InlineData("4EEC9584", true)]
    [InlineData("", false)]
    [InlineData("4E", false)]
    [InlineData("00", false)]
    [InlineData("6161", false)]
    [InlineData("4EFF", false)]
    [InlineData("4EC0AF", false)]
    [InlineData("4EEDA080", false)]
    public void Only_what_is_written_is_read(string bytes, bool read) => Assert.Equal(read, Note.Decode(Convert.FromHexString(bytes)) is not null);

    [Fact]
    public void The_longest_fits_the_slot_exactly_and_one_byte_more_does_not()
    {
        var longest = new string('a', Note.MaxBytes);

        Assert.Equal(279, Note.Of(longest)!.Encode().Length);
        Assert.Null(Note.Of(longest + "a"));
        Assert.Null(Note.Of(new string('가', (Note.MaxBytes / 3) + 1)));
        Assert.Null(Note.Decode([0x4E, .. new byte[Note.MaxBytes + 1]]));
    }

    /// <summary>Attributes cannot carry them.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_no_text_and_staff_see_that_something_was_there()
    {
        Assert.All((string[])["\uD800", "a\uDC00", "\uDC00\uD800"], text => Assert.Null(Note.Of(text)));
        Assert.Equal("a\uFFFD", EscapedText.Of("a\uD800"));
    }

    [Fact]
    public void No_answer_is_a_note_and_no_note_an_answer() =>
        Assert.Equal((null, null), (Answer.Decode(Note.Of("a")!.Encode()), Note.Decode(new Answer.Set(0x4E4E).Encode())));

    [Fact]
    public void Nothing_of_a_note_is_in_its_text() => Assert.Equal("Note", $"{Note.Of("mine")}");

    [Theory]
    [InlineData("아이가 아픕니다. 孩子 \U0001F600", "아이가 아픕니다. 孩子 \U0001F600")]
    [InlineData("a\u202Eb\u200Bc", "a\\u{202E}b\\u{200B}c")]
    [InlineData("<b>&[red]\\", "\\u{3C}b\\u{3E}\\u{26}\\u{5B}red\\u{5D}\\u{5C}")]
    [InlineData("one\ntwo\u001B[31m", "one\\u{A}two\\u{1B}\\u{5B}31m")]
    [InlineData("a\U000E0041\uE000\u3164", "a\\u{E0041}\\u{E000}\\u{3164}")]
    public void Staff_see_what_is_invisible_or_markup_as_codes(string text, string shown) => Assert.Equal(shown, EscapedText.Of(text));
}
