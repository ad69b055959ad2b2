using CsCheck;
using IntakeBot.Core.Sealing;
using Hash = IntakeBot.Core.Sealing.Hash;

namespace IntakeBot.Tests.Sealing;

public sealed class HashTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(65)]
    public void A_key_of_a_size_that_BLAKE2b_does_not_take_is_misuse(int size) =>
        Assert.Throws<ArgumentException>("key", () => Hash.Of(new byte[size], "label", []));

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public void Another_output_size_than_32_is_misuse(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hash.Fill(new byte[size], [], "label", []));

    [Fact]
    public void Key_label_and_message_all_count() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[0, 600]).Sample((key, message) =>
        {
            byte[][] all =
            [
                Hash.Of(key, "one", message), Hash.Of(key, "two", message), Hash.Of([], "one", message),
                Hash.Of(RowCase.Flipped(key, 31), "one", message), Hash.Of(key, "one", [.. message, 0]), Hash.Of(key, "on", [.. "e"u8, .. message]),
            ];

            Assert.Equal(all.Length, all.Select(Convert.ToHexString).Distinct().Count());
        });

    /// <summary>The input is built on the stack up to 512 bytes and on the heap above.</summary>
    [Fact]
    public void Long_messages_hash_like_short_ones()
    {
        foreach (var size in Enumerable.Range(480, 40))
        {
            var message = RowCase.Bytes(size);
            byte[] input = [.. "IntakeBot v1 x\0"u8, .. message];

            Assert.Equal(global::Sodium.GenericHash.Hash(input, null, Hash.Size), Hash.Of([], "x", message));
        }
    }

    [Fact]
    public void A_used_server_key_is_used_no_more()
    {
        var key = new ServerKey(RowCase.Bytes(ServerKey.Size));
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.DoorOf(default));
        Assert.Throws<ObjectDisposedException>(() => key.MacOf(new byte[Hash.Size], []));
        Assert.Throws<ObjectDisposedException>(() => key.BlobKeyOf(new byte[Hash.Size], default));
        Assert.Throws<ObjectDisposedException>(() => _ = key.Pepper.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_server_key_has_32_bytes(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => new ServerKey(new byte[size]));

    [Fact]
    public void Every_byte_of_the_server_key_changes_every_door() =>
        Assert.Equal(33, Enumerable.Range(-1, 33).Select(DoorUnder).Distinct().Count());

    private static Door DoorUnder(int changed)
    {
        var secret = RowCase.Bytes(ServerKey.Size);
        using var key = new ServerKey(changed < 0 ? secret : RowCase.Flipped(secret, changed));
        return key.DoorOf(new(5));
    }
}
