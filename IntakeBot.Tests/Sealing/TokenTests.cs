using System.Buffers.Text;
using CsCheck;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class TokenTests
{
    private const long Bot = 7_000_000_001;
    private const long Person = 123_456_789;

    private static readonly ServerKey Server = new(RowCase.Bytes(ServerKey.Size));

    private static readonly Gen<CallbackToken> AnyToken =
        Gen.Select(Gen.Byte[0, 15], Gen.UShort[0, CallbackToken.MaxStep], Gen.Byte, Gen.UInt128, Gen.UInt128, (language, step, option, l, k) =>
            new CallbackToken { Language = language, Step = step, Option = option, Locator = new(l), Key = new(k) });

    [Fact]
    public void Every_token_comes_back_genuine_as_it_was() =>
        Gen.Select(AnyToken, Gen.Long, Gen.Long).Sample((token, bot, person) =>
        {
            var text = token.Encode(Server, bot, person);

            Assert.Equal(CallbackToken.TextLength, text.Length);
            Assert.Equal(token, CallbackToken.Decode(text, Server, bot, person, out var genuine));
            Assert.True(genuine);
            Assert.Equal(token.Option, CallbackToken.OptionOf(text));
        });

    [Fact]
    public void Every_language_step_and_option_comes_back()
    {
        var fields = Enumerable.Range(0, 16).Select(n => (n, 0, 0))
            .Concat(Enumerable.Range(0, 4096).Select(n => (0, n, 0)))
            .Concat(Enumerable.Range(0, 256).Select(n => (15, 4095, n)));
        foreach (var (language, step, option) in fields)
        {
            var token = new CallbackToken { Language = (byte)language, Step = (ushort)step, Option = (byte)option, Locator = new(1), Key = new(2) };

            Assert.Equal(token, CallbackToken.Decode(token.Encode(Server, Bot, Person), Server, Bot, Person, out var genuine));
            Assert.True(genuine);
        }
    }

    [Theory]
    [InlineData(16, 0)]
    [InlineData(255, 0)]
    [InlineData(0, 4096)]
    [InlineData(0, 65535)]
    public void A_field_out_of_range_is_misuse(byte language, ushort step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new CallbackToken { Language = language, Step = step, Option = 0, Locator = default, Key = default }.Encode(Server, Bot, Person));

    [Fact]
    public void For_another_person_bot_or_server_it_is_not_genuine() =>
        Gen.Select(AnyToken, Gen.Long, Gen.Long).Where((_, other, difference) => other != Person && difference != 0).Sample((token, other, difference) =>
        {
            using var server = new ServerKey(RowCase.Bytes(ServerKey.Size, 1));
            var text = token.Encode(Server, Bot, Person);

            Refused(text, Server, Bot, other);
            Refused(text, Server, unchecked(Bot + difference), Person);
            Refused(text, Server, Person, Bot);
            Refused(text, server, Bot, Person);
        });

    [Fact]
    public void With_any_bit_flipped_it_is_not_genuine()
    {
        var bytes = Base64Url.DecodeFromChars(AnyToken.Single().Encode(Server, Bot, Person));
        for (var bit = 0; bit < 8 * CallbackToken.Size; bit++)
        {
            Refused(Base64Url.EncodeToString(RowCase.Flipped(bytes, bit / 8, (byte)(1 << (bit % 8)))), Server, Bot, Person);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(255)]
    public void Another_version_is_refused(byte version)
    {
        byte[] bytes = [version, .. RowCase.Bytes(CallbackToken.Size - 1)];

        Assert.Null(CallbackToken.Decode(Base64Url.EncodeToString(bytes), Server, Bot, Person, out _));
        Assert.Null(CallbackToken.OptionOf(Base64Url.EncodeToString(bytes)));
    }

    [Fact]
    public void Whatever_decodes_as_genuine_encodes_to_the_same_text_and_nothing_throws() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char, 64, 64], Gen.String[Gen.Char["AZaz09-_ =%+/\t\n"], 64, 64]).Sample(Law, iter: 3000);

    /// <summary>Base64Url itself skips blanks and takes "=" and "%" as padding.</summary>
    [Fact]
    public void Any_character_changed_added_or_taken_away_is_refused()
    {
        const string strange = " \t\n\r=%+/.~AZ\0가ａ";
        var text = AnyToken.Single().Encode(Server, Bot, Person);
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var c in strange.Where(c => c != text[at]))
            {
                Refused(text[..at] + c + text[(at + 1)..], Server, Bot, Person);
                Refused(text[..at] + c + text[at..^1], Server, Bot, Person);
                Law(text[..at] + c + text[at..]);
            }

            Assert.Null(CallbackToken.Decode(text.Remove(at, 1), Server, Bot, Person, out _));
        }

        foreach (var tail in new[] { "=", "==", " ", "%", "A", text })
        {
            Assert.Null(CallbackToken.Decode(text + tail, Server, Bot, Person, out _));
            Assert.Null(CallbackToken.OptionOf(text + tail));
        }
    }

    [Fact]
    public void A_locator_tells_the_day_on_which_it_was_drawn_and_nothing_else()
    {
        Gen.UShort.Sample(day => Assert.Equal(day, Locator.Draw(new(day)).Drawn.Number));
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => Locator.Draw(RowCase.Today)).Distinct().Count());
    }

    [Fact]
    public void Nothing_of_a_token_is_in_its_texts()
    {
        var token = new CallbackToken { Language = 3, Step = 77, Option = 5, Locator = new(123), Key = new(456) };

        Assert.Equal("CallbackToken", $"{token}");
        Assert.Equal("Locator", $"{token.Locator}");
        Assert.Equal("StepKey", $"{token.Key}");
        Assert.Equal("Door", $"{Server.DoorOf(token.Locator)}");
        Assert.Equal("ServerKey", $"{Server}");
    }

    private static void Refused(string text, ServerKey server, long bot, long person)
    {
        _ = CallbackToken.Decode(text, server, bot, person, out var genuine);
        Assert.False(genuine, text);
    }

    private static void Law(string text)
    {
        var token = CallbackToken.Decode(text, Server, Bot, Person, out var genuine);
        Assert.Equal(token?.Option, CallbackToken.OptionOf(text));
        Assert.True(token is not null || !genuine);
        if (token is { } decoded)
        {
            var again = decoded.Encode(Server, Bot, Person);
            Assert.Equal(genuine ? text : text[..48], genuine ? again : again[..48]);
        }
    }
}
