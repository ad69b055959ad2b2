using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class StanzaRecipientsTests
{
    private static readonly RecipientKey Someone = RecipientKey.ThrowAway();

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    public void Without_a_recipient_there_are_none(int count)
    {
        Assert.Throws<ArgumentException>("places", () => new Recipients(1, 1, new RecipientKey?[count]));
        for (var at = 0; at < count; at++)
        {
            var keys = new RecipientKey?[count];
            keys[at] = Someone;
            Assert.Equal(keys, new Recipients(1, 1, keys).Places);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void Another_number_of_places_is_refused(int count) =>
        Assert.Throws<ArgumentException>("places", () => new Recipients(1, 1, [.. Enumerable.Repeat(Someone, count)]));

    [Fact]
    public void A_recipient_cannot_be_taken_out_afterwards()
    {
        var keys = new RecipientKey?[] { Someone, null, null, null };
        var recipients = new Recipients(1, 1, keys);

        keys[0] = null;

        Assert.Same(Someone, recipients.Places[0]);
    }

    [Fact]
    public void A_key_of_another_length_or_with_a_half_of_zeros_is_refused()
    {
        var bytes = Someone.Bytes.ToArray();
        byte[] withoutKem = [.. new byte[1184], .. bytes[1184..]];
        byte[] withoutCurve = [.. bytes[..1184], .. new byte[32]];

        Assert.Null(RecipientKey.Read(new byte[RecipientKey.Size]));
        Assert.Null(RecipientKey.Read(withoutKem));
        Assert.Null(RecipientKey.Read(withoutCurve));
        Assert.Null(RecipientKey.Read([]));
        Assert.Null(RecipientKey.Read(bytes.AsSpan(1)));
        Assert.Null(RecipientKey.Read([.. bytes, 1]));
        Assert.Equal(bytes, RecipientKey.Read(bytes)!.Bytes.ToArray());
        Assert.Equal("RecipientKey", $"{Someone}");
    }

    /// <summary>Points of small order give a shared secret that everybody knows.</summary>
    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")]
    [InlineData("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void A_key_whose_curve_point_has_small_order_cannot_be_sealed_to(string point)
    {
        byte[] bytes = [.. Someone.Bytes[..1184], .. Convert.FromHexString(point)];

        Assert.False(Stanza.CanSealTo(RecipientKey.Read(bytes)!));
        Assert.True(Stanza.CanSealTo(Someone));
    }

    [Fact]
    public void Coefficients_out_of_range_cannot_be_sealed_to()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)0xFF, 1184), .. Someone.Bytes[1184..]];

        Assert.False(Stanza.CanSealTo(RecipientKey.Read(bytes)!));
    }

    [Fact]
    public void Throw_away_keys_are_never_the_same() =>
        Assert.NotEqual(RecipientKey.ThrowAway().Bytes.ToArray(), RecipientKey.ThrowAway().Bytes.ToArray());
}
