using IntakeBot.Core.Sealing;
using Native = IntakeBot.Core.Sealing.Sodium;

namespace IntakeBot.Tests.Sealing;

public sealed class StanzaTests : IDisposable
{
    private const byte At = 3;
    private const int KemSize = 1088;

    private static readonly Place Place = new(99);

    private readonly EpochSecret _secret = EpochSecret.Draw();
    private readonly Seed _seed = Seed.Draw();
    private readonly byte[] _stanza = new byte[Format.StanzaSize];

    public StanzaTests() => Stanza.Seal(_stanza, _seed, _secret.Public, Place, At);

    public void Dispose()
    {
        _secret.Dispose();
        _seed.Dispose();
    }

    [Fact]
    public void The_recipient_gets_the_seed()
    {
        using var opened = Open(_stanza);

        Assert.Equal(_seed.Bytes.ToArray(), opened!.Bytes.ToArray());
    }

    [Fact]
    public void The_recipient_made_again_from_its_seed_gets_it_too()
    {
        using var again = new EpochSecret(_secret.Seed.ToArray());
        using var opened = Stanza.Open(_stanza, again, Place, At);

        Assert.NotNull(opened);
        Assert.Equal(_secret.Public.Bytes.ToArray(), again.Public.Bytes.ToArray());
    }

    [Fact]
    public void Another_key_place_or_roster_place_gets_nothing()
    {
        using var other = EpochSecret.Draw();

        Assert.Null(Stanza.Open(_stanza, other, Place, At));
        Assert.Null(Stanza.Open(_stanza, _secret, new(98), At));
        for (var place = 0; place < 256; place++)
        {
            using var opened = Stanza.Open(_stanza, _secret, Place, (byte)place);
            Assert.Equal(place == At, opened is not null);
        }
    }

    [Fact]
    public void A_flipped_bit_anywhere_gets_nothing()
    {
        for (var at = 0; at < _stanza.Length; at++)
        {
            Assert.Null(Open(RowCase.Flipped(_stanza, at, (byte)(1 << (at % 8)))));
        }
    }

    [Fact]
    public void Another_length_gets_nothing()
    {
        foreach (var length in new[] { 0, 1, 1119, 1120, 1143, 1144, 1175, 1191 })
        {
            Assert.Null(Open(_stanza[..length]));
        }

        Assert.Null(Open([.. _stanza, 0]));
        Assert.Null(Open([.. _stanza, .. _stanza]));
    }

    /// <summary>ML-KEM rejects silently, with another secret: only the box tells.</summary>
    [Fact]
    public void A_changed_ciphertext_gives_another_secret_without_an_error_and_so_nothing()
    {
        var (right, wrong) = (new byte[32], new byte[32]);
        var changed = RowCase.Flipped(_stanza, 500);

        Assert.Equal(0, Native.crypto_kem_dec(right, _stanza.AsSpan(0, RecipientCiphertext), _secret.Secret));
        Assert.Equal(0, Native.crypto_kem_dec(wrong, changed.AsSpan(0, RecipientCiphertext), _secret.Secret));
        Assert.NotEqual(right, wrong);
        Assert.Null(Open(changed));
    }

    [Fact]
    public void A_ciphertext_of_zeros_or_ones_gets_nothing_and_does_not_throw()
    {
        foreach (var fill in new byte[] { 0, 1, 0xFF })
        {
            byte[] all = [.. _stanza], curve = [.. _stanza], kem = [.. _stanza];
            all.AsSpan().Fill(fill);
            curve.AsSpan(KemSize, 32).Fill(fill);
            kem.AsSpan(0, KemSize).Fill(fill);

            Assert.Null(Open(all));
            Assert.Null(Open(curve));
            Assert.Null(Open(kem));
        }
    }

    [Fact]
    public void The_seed_sealed_twice_gives_two_stanzas_that_share_nothing()
    {
        var again = new byte[Format.StanzaSize];
        Stanza.Seal(again, _seed, _secret.Public, Place, At);

        Assert.True(_stanza.Zip(again).Count(pair => pair.First == pair.Second) < 40);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1191)]
    [InlineData(1193)]
    public void Another_room_for_a_stanza_is_misuse(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Stanza.Seal(new byte[size], _seed, _secret.Public, Place, At));

    [Fact]
    public void A_forgotten_secret_opens_nothing_more()
    {
        var secret = EpochSecret.Draw();
        secret.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Stanza.Open(_stanza, secret, Place, At));
        Assert.Throws<ObjectDisposedException>(() => _ = secret.Seed.Length);
    }

    [Fact]
    public void Making_a_secret_leaves_zeros_behind()
    {
        var bytes = RowCase.Bytes(EpochSecret.SeedSize, 1);
        using var secret = new EpochSecret(bytes);

        Assert.All(bytes, b => Assert.Equal(0, b));
        Assert.Equal("EpochSecret", $"{secret}");
    }

    private const int RecipientCiphertext = Native.crypto_kem_CIPHERTEXTBYTES;

    private Seed? Open(byte[] stanza) => Stanza.Open(stanza, _secret, Place, At);
}
