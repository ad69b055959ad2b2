using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IntakeBot.Tests.Proof;

/// <summary>The search that says "nowhere" has to find what is there.</summary>
public sealed class LeakSearchTests
{
    private const long Number = 0xF_1234_5678_9ABC;
    private const string Word = "qwhzkxjvmbtqpwoz";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 16).Select(i => (byte)(((i * 37) + 11) % 256))];

    public static TheoryData<string> Encodings => [.. LeakEncodings.All.Keys];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void What_is_there_in_any_encoding_at_any_place_is_found(string encoding)
    {
        for (var before = 0; before < 9; before++)
        {
            foreach (var secret in new[] { Key, Encoding.ASCII.GetBytes(Word) })
            {
                var written = LeakEncodings.All[encoding]([.. new byte[before], .. secret, 1, 2, 3]);

                Assert.Equal(1, Search().Look((byte[])[.. new byte[before % 2], .. written]).Found);
            }
        }
    }

    /// <summary>As "id" and "key" before them: a stretch that reads as digits begins in the middle of a group then.</summary>
    [Theory]
    [InlineData("base64")]
    [InlineData("base64url")]
    [InlineData("hex")]
    [InlineData("HEX")]
    public void It_is_found_behind_letters_that_might_belong_to_it(string encoding)
    {
        for (var letters = 0; letters < 5; letters++)
        {
            Assert.Equal(1, Search().Look((byte[])[0, .. Encoding.ASCII.GetBytes("abcde"[..letters]), .. LeakEncodings.All[encoding](Key)]).Found);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void It_is_found_where_two_pieces_of_a_long_file_meet(string encoding)
    {
        const int Piece = 1 << 22;
        foreach (var before in new[] { 1, 9 })
        {
            Assert.Equal(1, Search().Look(new MemoryStream([.. new byte[Piece - before], .. LeakEncodings.All[encoding](Key), .. new byte[Piece]])).Found);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Another_word_or_a_word_that_ends_too_early_is_not(string encoding)
    {
        Assert.Equal(0, Search().Look(LeakEncodings.All[encoding](Key[..^1])).Found);
        Assert.Equal(0, Search().Look(LeakEncodings.All[encoding](Key[1..])).Found);
        Assert.Equal(0, Search().Look(LeakEncodings.All[encoding]([.. Key[..8], 0, .. Key[9..]])).Found);
    }

    [Fact]
    public void The_text_of_a_button_gives_its_L_and_its_k_and_is_found_by_all_three()
    {
        var bytes = RandomNumberGenerator.GetBytes(48);
        var needles = new LeakNeedles();
        needles.AddButton(Base64Url.EncodeToString(bytes));

        var search = new LeakSearch(needles.Close()).Look(Encoding.Unicode.GetBytes($"a button: {Base64Url.EncodeToString(bytes)}"));

        Assert.Equal([LeakKind.CallbackData, LeakKind.Locator, LeakKind.StepKey], search.ByKind().Keys.Order());
        Assert.Equal([LeakKind.StepKey], new LeakSearch(needles.Close()).Look(bytes.AsSpan(20, 16)).ByKind().Keys);
    }

    [Fact]
    public void Words_in_another_script_and_numbers_in_both_orders_are_found()
    {
        var needles = new LeakNeedles();
        needles.Add(LeakKind.Name, "가나다라마바사아");
        needles.AddNumber(LeakKind.AccountId, Number);

        foreach (var hay in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(e => e.GetBytes("가나다라마바사아"))
            .Append(Encoding.ASCII.GetBytes($"id {Number}")).Append(BitConverter.GetBytes(Number)).Append([.. BitConverter.GetBytes(Number).Reverse()]))
        {
            Assert.Equal(1, new LeakSearch(needles.Close()).Look(hay).Found);
        }
    }

    [Fact]
    public void What_is_too_short_to_be_told_from_chance_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeakNeedles().Add(LeakKind.OptionId, "today"));

    private static LeakSearch Search()
    {
        var needles = new LeakNeedles();
        needles.Add(LeakKind.StepKey, Key);
        needles.Add(LeakKind.TypedText, Word);
        return new(needles.Close());
    }
}
