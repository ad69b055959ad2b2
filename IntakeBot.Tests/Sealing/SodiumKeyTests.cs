using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class SodiumKeyTests
{
    [Fact]
    public void Secret_bytes_are_zeros_at_the_end_and_refused_afterwards()
    {
        var given = RowCase.Bytes(20, 1);
        var secret = SecretBytes.Take(given, 20);
        var buffer = RowCase.Buffer(secret);

        Assert.Equal(new byte[20], given);
        Assert.Equal(RowCase.Bytes(20, 1), secret.Span.ToArray());
        secret.Dispose();
        secret.Dispose();
        Assert.Equal(new byte[20], buffer.ToArray());
        Assert.Throws<ObjectDisposedException>(() => secret.Span.Length);
        Assert.Equal("SecretBytes", $"{secret}");
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(0)]
    public void A_secret_of_another_size_is_misuse(int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretBytes.Take(new byte[size], 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SigningKey(new byte[size]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EpochSecret(new byte[size]));
    }

    [Fact]
    public void A_forgotten_signing_key_signs_nothing_more()
    {
        var key = SigningKey.Draw();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign("test", []));
        Assert.Throws<ObjectDisposedException>(() => key.SignRaw([]));
        Assert.Throws<ObjectDisposedException>(() => _ = key.Seed.Length);
        Assert.Equal("SigningKey", $"{key}");
    }

    [Fact]
    public void A_verify_key_is_read_from_its_own_text_only()
    {
        using var key = SigningKey.Draw();
        var text = key.Public.ToString();

        Assert.Equal(key.Public, VerifyKey.Parse(text));
        foreach (var wrong in new[] { "", text + "=", text[1..], " " + text[1..], text[..42] + " ", text[..42] + "=", text[..42] + "%", text[..42] + "가", new('A', 43) })
        {
            Assert.Null(VerifyKey.Parse(wrong));
        }

        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        foreach (var last in alphabet)
        {
            var other = VerifyKey.Parse(text[..42] + last);
            Assert.Equal(other is null ? null : text[..42] + last, other?.ToString());
        }
    }

    [Fact]
    public void A_signature_of_another_length_or_of_zeros_does_not_verify()
    {
        using var key = SigningKey.Draw();
        foreach (var size in new[] { 0, 1, 63, 64, 65, 128 })
        {
            Assert.False(key.Public.VerifiesRaw(new byte[size], [1, 2, 3]));
        }
    }
}
