using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

public sealed class HeadingTests
{
    [Fact]
    public void Every_heading_comes_back() =>
        Gen.Select(Gen.Byte.Array[20], Gen.UInt, Gen.Byte[0, 15], Gen.UShort, Gen.Byte[0, 2]).Sample((hash, serial, language, day, burst) =>
        {
            var heading = Of(hash, language, burst) with { RosterSerial = serial, Day = day };
            var again = Heading.Decode(heading.Encode())!;

            Assert.Equal(Heading.Size, heading.Encode().Length);
            Assert.Equal(hash, again.QuestionnaireHash.ToArray());
            Assert.Equal((serial, language, day, burst), (again.RosterSerial, again.Language, again.Day, again.Burst));
        });

    [Fact]
    public void Whatever_decodes_encodes_to_the_same_bytes() =>
        Gen.Select(Gen.Byte.Array[24], Gen.Byte[0, 17], Gen.Byte.Array[2], Gen.Byte[0, 4]).Sample((head, language, day, burst) =>
        {
            byte[] bytes = [.. head, language, .. day, burst];
            var heading = Heading.Decode(bytes);

            Assert.Equal(language <= 15 && burst <= 2, heading is not null);
            Assert.Equal(heading is null ? null : bytes, heading?.Encode());
        }, iter: 500);

    [Fact]
    public void Another_length_is_refused()
    {
        for (var size = 0; size < 60; size++)
        {
            Assert.Equal(size == Heading.Size, Heading.Decode(new byte[size]) is not null);
        }
    }

    /// <summary>What was encoded with it could not be decoded again, or would spill into the next field.</summary>
    [Theory]
    [InlineData(19, 0, 0)]
    [InlineData(21, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(20, 16, 0)]
    [InlineData(20, 0, 3)]
    public void A_field_out_of_range_is_misuse(int hash, byte language, byte burst) =>
        Assert.ThrowsAny<ArgumentException>(() => Of(new byte[hash], language, burst));

    [Fact]
    public void Nothing_of_it_is_in_its_text() => Assert.Equal("Heading", $"{Of(new byte[20], 3, 1)}");

    private static Heading Of(byte[] hash, byte language, byte burst) =>
        new() { QuestionnaireHash = hash, RosterSerial = 5, Language = language, Day = 20_000, Burst = burst };
}
