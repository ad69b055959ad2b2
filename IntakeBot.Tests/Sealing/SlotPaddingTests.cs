using CsCheck;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class SlotPaddingTests
{
    [Fact]
    public void A_padded_payload_is_found_again() =>
        Gen.Select(Gen.Int[1, 300], Gen.Byte.Array[0, 299]).Where((size, payload) => payload.Length < size).Sample((size, payload) =>
        {
            var block = new byte[size];
            block.AsSpan().Fill(0xEE);
            Padding.Pad(block, payload);

            Assert.Equal(payload, block[..Padding.LengthOf(block)]);
        });

    [Fact]
    public void Payloads_that_look_like_padding_are_found_again()
    {
        byte[][] payloads = [[], [0], [0x80], [0x80, 0], [0, 0, 0], [0x80, 0x80], [1, 0x80, 0, 0]];
        foreach (var payload in payloads)
        {
            var block = new byte[5];
            Padding.Pad(block, payload);

            Assert.Equal(payload, block[..Padding.LengthOf(block)]);
        }
    }

    [Fact]
    public void Whatever_block_is_read_would_be_written_so() =>
        Gen.Byte[0, 2].Select(b => b == 2 ? (byte)0x80 : b).Array[0, 6].Sample(block =>
        {
            var length = Padding.LengthOf(block);
            if (length >= 0)
            {
                var again = new byte[block.Length];
                Padding.Pad(again, block.AsSpan(0, length));
                Assert.Equal(block, again);
            }
        }, iter: 2000);

    [Theory]
    [InlineData("")]
    [InlineData("00000000")]
    [InlineData("01020304")]
    [InlineData("80000001")]
    [InlineData("0000007F")]
    [InlineData("00810000")]
    public void A_block_without_its_mark_is_refused(string block) => Assert.Equal(-1, Padding.LengthOf(Convert.FromHexString(block)));

    [Theory]
    [InlineData(32, 32)]
    [InlineData(32, 33)]
    [InlineData(0, 0)]
    public void A_payload_that_leaves_no_room_for_the_mark_is_misuse(int size, int count) =>
        Assert.Throws<ArgumentException>("payload", () => Padding.Pad(new byte[size], new byte[count]));
}
