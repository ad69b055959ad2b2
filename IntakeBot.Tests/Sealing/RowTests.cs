using System.Security.Cryptography;
using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using Hash = IntakeBot.Core.Sealing.Hash;

namespace IntakeBot.Tests.Sealing;

public sealed class RowTests : IDisposable
{
    private const int HotSize = 2780;

    private readonly RowCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Both_rows_come_back_byte_for_byte()
    {
        foreach (var row in new SealedRow[] { _case.Hot, _case.Cold })
        {
            var bytes = row.Encode();
            var again = SealedRow.Decode(bytes)!;

            Assert.Equal(row.Kind, again.Kind);
            Assert.Equal((row.Place, row.Version, row.Expires), (again.Place, again.Version, again.Expires));
            Assert.Equal(bytes, again.Encode());
        }
    }

    [Fact]
    public void A_hot_row_has_one_size_whatever_was_said() =>
        Gen.Select(Gen.Int[0, 20], Gen.Byte.Array[0, 31]).Array[0, 12].Sample(writes =>
        {
            using var intake = new RowCase();
            Assert.Equal(HotSize, intake.Hot.Encode().Length);
            foreach (var (slot, payload) in writes)
            {
                intake.Press(new SlotWrite(Slot.All.ElementAt(slot), payload));
                Assert.Equal(HotSize, intake.Hot.Encode().Length);
            }

            intake.Finish();
            Assert.Equal(HotSize, intake.Hot.Encode().Length);
        }, iter: 25);

    [Theory]
    [InlineData(4, 4905)]
    [InlineData(8, 9673)]
    [InlineData(16, 19209)]
    [InlineData(32, 38281)]
    public void A_cold_row_has_the_size_of_its_rosters_places(int places, int size)
    {
        using var intake = new RowCase(places: places);

        Assert.Equal(size, intake.Cold.Encode().Length);
        Assert.Equal(places, intake.Cold.Places);
        Assert.Equal(size, SealedRow.Decode(intake.Cold.Encode())!.Encode().Length);
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_refused()
    {
        foreach (var bytes in new[] { _case.Hot.Encode(), _case.Cold.Encode() })
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                Assert.Null(SealedRow.Decode(RowCase.Flipped(bytes, at, (byte)(1 << (at % 8)))));
            }
        }
    }

    [Fact]
    public void Another_length_is_refused_also_with_a_right_hash()
    {
        foreach (var bytes in new[] { _case.Hot.Encode(), _case.Cold.Encode() })
        {
            for (var length = 0; length < bytes.Length; length += 7)
            {
                Assert.Null(SealedRow.Decode(bytes.AsSpan(0, length)));
                Assert.Null(SealedRow.Decode(Hashed(bytes[..length])));
            }

            Assert.Null(SealedRow.Decode([.. bytes, 0]));
            Assert.Null(SealedRow.Decode(Hashed([.. bytes[..^32], 0])));
        }
    }

    [Fact]
    public void Another_version_or_kind_is_refused_also_with_a_right_hash()
    {
        foreach (var bytes in new[] { _case.Hot.Encode()[..^32], _case.Cold.Encode()[..^32] })
        {
            var accepted = Enumerable.Range(0, 256).Where(b => SealedRow.Decode(Hashed([(byte)b, .. bytes[1..]])) is not null);
            Assert.Equal([Format.Version], accepted);
            accepted = Enumerable.Range(0, 256).Where(b => SealedRow.Decode(Hashed([bytes[0], (byte)b, .. bytes[2..]])) is not null);

            // An event's row is as long as a hot one. Its box, bound to the kind, does not open then.
            Assert.Equal(bytes[1] == 'H' ? ['H', 'V'] : [bytes[1]], accepted);
        }
    }

    [Fact]
    public void A_number_of_places_that_does_not_fit_is_refused()
    {
        var bytes = _case.Cold.Encode()[..^32];

        var accepted = Enumerable.Range(0, 256).Where(n => SealedRow.Decode(Hashed([.. bytes[..104], (byte)n, .. bytes[105..]])) is not null);
        Assert.Equal([4], accepted);
        for (var places = 0; places < 40; places++)
        {
            var row = Hashed([.. bytes[..104], (byte)places, .. new byte[places * Format.StanzaSize]]);
            Assert.Equal(places is 4 or 8 or 16 or 32, SealedRow.Decode(row) is not null);
        }
    }

    [Fact]
    public void Whatever_decodes_encodes_to_the_same_bytes() =>
        Gen.Select(Gen.OneOf(Gen.Const(HotSize), Gen.Const(4905), Gen.Const(9673), Gen.Int[0, 5000]), Gen.OneOf(Gen.Const((byte)'H'), Gen.Const((byte)'C'), Gen.Byte))
            .Sample((size, kind) =>
            {
                var bytes = RandomNumberGenerator.GetBytes(Math.Max(size - 32, 0));
                byte[] shaped = bytes.Length > 105 ? [Format.Version, kind, .. bytes[2..104], 4, .. bytes[105..]] : bytes;
                var row = Hashed(shaped);
                if (SealedRow.Decode(row) is { } decoded)
                {
                    Assert.Equal(row, decoded.Encode());
                }
            }, iter: 300);

    [Fact]
    public void Random_bytes_do_not_decode_and_do_not_throw() =>
        Gen.Byte.Array[0, 3000].Sample(bytes => Assert.Null(SealedRow.Decode(bytes)), iter: 200);

    /// <summary>An encoder that wrote them would write a row that nobody can read.</summary>
    [Fact]
    public void Parts_of_another_size_are_misuse()
    {
        Assert.Throws<ArgumentException>(() => RowCase.With(_case.Hot, blob: new byte[935]));
        Assert.Throws<ArgumentException>(() => RowCase.With(_case.Hot, slots: new byte[1441]));
        Assert.Throws<ArgumentException>(() => RowCase.With(_case.Hot, note: []));
        foreach (var size in new[] { 0, 1, 1192, 3 * 1192, 5 * 1192, (4 * 1192) - 1, (4 * 1192) + 1, 64 * 1192, 256 * 1192 })
        {
            Assert.Throws<ArgumentException>(() => RowCase.With(_case.Cold, stanzas: new byte[size]));
        }

        Assert.Throws<ArgumentException>(() => ColdWith(new byte[31], new byte[32]));
        Assert.Throws<ArgumentException>(() => ColdWith(new byte[33], new byte[32]));
        Assert.Throws<ArgumentException>(() => ColdWith(new byte[32], new byte[31]));
        Assert.Throws<ArgumentException>(() => ColdWith(new byte[32], new byte[33]));
    }

    [Fact]
    public void No_intake_begins_that_would_be_kept_longer_than_the_format_allows()
    {
        using var secret = EpochSecret.Draw();
        var recipients = new Recipients(11, 3, [secret.Public, null, null, null]);

        Assert.Throws<ArgumentOutOfRangeException>(() => new IntakeSealer(_case.Server).Begin(
            _case.Locator, _case.Key, recipients, _case.Walk, _case.Heading, RowCase.Today, Format.DaysKept + 1));
    }

    /// <summary>A chat's door is drawn anew for nobody, and the state is noise: two closings share no eight bytes.</summary>
    [Fact]
    public void What_closes_a_row_is_drawn_anew_each_time()
    {
        var (one, other) = (_case.Hot.Closed(), _case.Hot.Closed());

        Assert.Empty(one.Blob.Chunk(8).Select(Convert.ToHexString).Intersect(other.Blob.Chunk(8).Select(Convert.ToHexString)));
        Assert.NotEqual(one.Door, other.Door);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1191)]
    [InlineData(2 * 1192)]
    public void No_more_and_no_less_than_a_stanza_is_put_into_a_place_of_the_roster(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _case.Cold.WithStanza(1, new byte[size]));

    [Fact]
    public void The_cold_row_holds_the_hashes_of_what_the_seed_gives()
    {
        using var seed = _case.Seed();
        var after = new byte[32];
        seed.After(after);

        Assert.Equal(AfterTokens.RemoveHash(AfterTokens.Remove(after)), _case.Cold.RemoveHash);
        Assert.Equal(AfterTokens.ExtendHash(AfterTokens.Extend(after)), _case.Cold.ExtendHash);
        Assert.Equal(11u, _case.Cold.Epoch);
        Assert.Equal(RowCase.Today.Plus(30), _case.Cold.Expires);
    }

    [Fact]
    public void Nothing_a_row_says_of_itself_but_its_kind_and_place_is_in_its_text() =>
        Assert.Equal([$"Hot row {_case.Hot.Place}", $"Cold row {_case.Cold.Place}"], [$"{_case.Hot}", $"{_case.Cold}"]);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("000000000000000000000000000000001")]
    [InlineData("0000000000000000000000000000000A")]
    [InlineData(" 0000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000 ")]
    [InlineData("0x000000000000000000000000000000")]
    [InlineData("-0000000000000000000000000000001")]
    [InlineData("0000000000000000000000000000000\0")]
    public void A_place_is_read_from_exactly_32_small_digits(string text)
    {
        Assert.False(Place.TryParse(text, out _));
        Assert.False(RowVersion.TryParse(text, out _));
    }

    [Fact]
    public void Places_and_versions_come_back_from_their_text_and_bytes() =>
        Gen.UInt128.Sample(value =>
        {
            Assert.True(Place.TryParse($"{new Place(value)}", out var place));
            Assert.True(RowVersion.TryParse($"{new RowVersion(value)}", out var version));
            Assert.Equal((value, value), (place.Value, version.Value));
            Assert.Equal(place, Place.Read(place.ToArray()));
            Assert.Equal(version, RowVersion.Read(version.ToArray()));
            Assert.Equal(value, Door.Read(new Door(value).ToArray()).Value);
        });

    private static byte[] Hashed(byte[] bytes) => [.. bytes, .. Hash.Of([], "row", bytes)];

    private ColdRow ColdWith(byte[] remove, byte[] extend) => new()
    {
        Place = _case.Cold.Place,
        Version = _case.Cold.Version,
        Expires = _case.Cold.Expires,
        Epoch = 1,
        RemoveHash = remove,
        ExtendHash = extend,
        Stanzas = _case.Cold.Stanzas,
    };
}
