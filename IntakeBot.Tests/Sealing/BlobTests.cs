using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class BlobTests : IDisposable
{
    private readonly RowCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void It_opens_under_its_own_key_place_and_server_only()
    {
        using var server = new ServerKey(new byte[ServerKey.Size]);

        using (var blob = Blob.Open(_case.Hot, _case.Server, _case.Key))
        {
            Assert.Equal(_case.Walk, blob!.Walk);
        }

        Assert.Null(Blob.Open(_case.Hot, server, _case.Key));
        Assert.Null(Blob.Open(RowCase.With(_case.Hot, place: Place.Random()), _case.Server, _case.Key));
        for (var bit = 0; bit < 128; bit++)
        {
            Assert.Null(Blob.Open(_case.Hot, _case.Server, new(_case.Key.Value ^ (UInt128.One << bit))));
        }
    }

    [Fact]
    public void A_flipped_bit_anywhere_does_not_open()
    {
        for (var at = 0; at < Format.BlobSize; at++)
        {
            Assert.Null(Blob.Open(RowCase.With(_case.Hot, RowCase.Flipped(_case.Hot.Blob, at, (byte)(1 << (at % 8)))), _case.Server, _case.Key));
        }
    }

    [Fact]
    public void The_blob_of_another_row_does_not_open()
    {
        using var other = new RowCase();

        Assert.Null(Blob.Open(RowCase.With(_case.Hot, other.Hot.Blob), _case.Server, other.Key));
        Assert.NotNull(Blob.Open(other.Hot, _case.Server, other.Key));
    }

    [Fact]
    public void A_stepped_key_opens_what_comes_later_and_never_what_came_before()
    {
        var sealer = new IntakeSealer(_case.Server);
        var history = new List<(HotRow Row, StepKey Key)> { (_case.Hot, _case.Key) };
        for (var press = 0; press < 5; press++)
        {
            _case.Press(new SlotWrite(Slot.Question(1), new byte[] { 3 }));
            history.Add((_case.Hot, _case.Key));
        }

        for (var row = 0; row < history.Count; row++)
        {
            for (var key = 0; key < history.Count; key++)
            {
                using var blob = sealer.Open(history[row].Row, history[key].Key, 50, out var current);
                Assert.Equal(key <= row, blob is not null);
                if (blob is not null)
                {
                    Assert.Equal(history[row].Key, current);
                }
            }
        }
    }

    [Fact]
    public void No_more_steps_are_tried_than_allowed()
    {
        var sealer = new IntakeSealer(_case.Server);
        _case.Press();
        _case.Press();
        _case.Press();

        using var two = sealer.Open(_case.Hot, _case.FirstKey, 2, out _);
        using var three = sealer.Open(_case.Hot, _case.FirstKey, 3, out _);

        Assert.Null(two);
        Assert.NotNull(three);
    }

    [Fact]
    public void Every_walk_comes_back() =>
        Gen.Select(Gen.Byte, Gen.Byte[0, 15], Gen.Enum<Stage>(), Gen.UShort, Gen.UInt, Gen.UInt, Gen.UShort, (form, language, stage, commits, ask, flags, toggles) =>
            new Walk { Form = form, Language = language, Stage = stage, Commits = commits, ToAsk = ask, Flags = flags, Toggles = toggles }).Sample(walk =>
        {
            using var blob = _case.Open();
            blob.Walk = walk;
            blob.Code = walk.Stage is Stage.Code ? ReceiptCode.Draw() : null;
            using var again = Reopened(RowCase.Plaintext(blob));
            Assert.Equal(walk, again!.Walk);
        });

    [Theory]
    [InlineData(16, 0)]
    [InlineData(255, 0)]
    [InlineData(0, 4)]
    [InlineData(0, -1)]
    public void A_walk_that_would_not_open_again_is_misuse(byte language, int stage)
    {
        using var blob = _case.Open();

        Assert.Throws<ArgumentOutOfRangeException>(() => blob.Walk = _case.Walk with { Language = language, Stage = (Stage)stage });
        Assert.Equal(_case.Walk, blob.Walk);
    }

    /// <summary>Sealed under the right key, and still refused: what <see cref="Blob.Seal"/> would not write.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 2)]
    [InlineData(2, 16)]
    [InlineData(3, 3)]
    [InlineData(40, 16)]
    [InlineData(43, 3)]
    [InlineData(108, 20)]
    [InlineData(127, 255)]
    [InlineData(149, 1)]
    [InlineData(180, 1)]
    [InlineData(181, 0)]
    [InlineData(190, 0xFE)]
    [InlineData(191, 1)]
    [InlineData(864, 1)]
    [InlineData(895, 1)]
    public void A_byte_that_is_never_written_is_refused(int at, byte value)
    {
        using var blob = _case.Open();
        byte[] bytes = [.. RowCase.Plaintext(blob)];
        Assert.NotNull(Reopened(bytes));

        bytes[at] = value;

        Assert.Null(Reopened(bytes));
    }

    [Fact]
    public void A_code_comes_back_until_it_is_taken_out()
    {
        using var blob = _case.Open();
        Assert.Null(blob.Code);
        var code = ReceiptCode.Draw();

        blob.Code = code;
        using (var again = Reopened(RowCase.Plaintext(blob)))
        {
            Assert.Equal(code, again!.Code);
        }

        blob.Code = null;
        using var without = Reopened(RowCase.Plaintext(blob));
        Assert.Null(without!.Code);
    }

    [Fact]
    public void Where_the_codes_mailbox_is_comes_back_with_it_and_goes_with_it()
    {
        using var blob = _case.Open();
        Assert.Null(blob.Mailbox);
        var (code, mailbox) = (ReceiptCode.Draw(), Place.Random());

        (blob.Code, blob.Mailbox) = (code, mailbox);
        using (var again = Reopened(RowCase.Plaintext(blob)))
        {
            Assert.Equal(mailbox, again!.Mailbox);
        }

        (blob.Code, blob.Mailbox) = (null, null);
        using var without = Reopened(RowCase.Plaintext(blob));
        Assert.Null(without!.Mailbox);
    }

    [Fact]
    public void The_way_back_is_both_L_and_k_or_neither()
    {
        using var blob = _case.Open();
        Assert.Null(blob.WayBack);
        var way = (Locator.Draw(RowCase.Today), StepKey.Draw());

        blob.WayBack = way;
        using (var again = Reopened(RowCase.Plaintext(blob)))
        {
            Assert.Equal(way, again!.WayBack);
        }

        blob.WayBack = null;
        using var without = Reopened(RowCase.Plaintext(blob));
        Assert.Null(without!.WayBack);
    }

    [Fact]
    public void A_position_named_twice_is_refused()
    {
        using var blob = _case.Open();
        byte[] bytes = [.. RowCase.Plaintext(blob)];
        bytes[108] = bytes[109];

        Assert.Null(Reopened(bytes));
    }

    [Fact]
    public void It_is_worn_out_at_64_changes_of_a_slot()
    {
        foreach (var slot in new[] { Slot.Heading, Slot.Question(15), Slot.Note })
        {
            using var blob = _case.Open();
            for (var change = 1; change <= 64; change++)
            {
                Assert.False(blob.IsWornOut);
                blob.CountChange(slot);
            }

            Assert.True(blob.IsWornOut);
        }
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    [InlineData(1001, true)]
    [InlineData(65535, true)]
    public void It_is_worn_out_at_1000_commits(ushort commits, bool wornOut)
    {
        using var blob = _case.Open();
        blob.Walk = _case.Walk with { Commits = commits };

        Assert.Equal(wornOut, blob.IsWornOut);
    }

    /// <summary>A reader tries no more keys: what came after could be opened by nobody.</summary>
    [Fact]
    public void Nothing_is_sealed_into_what_is_worn_out()
    {
        using var blob = _case.Open();
        for (var change = 0; change < 64; change++)
        {
            blob.CountChange(Slot.Question(1));
        }

        Assert.Throws<InvalidOperationException>(() =>
            new IntakeSealer(_case.Server).Commit(_case.Hot, blob, _case.Walk, [new(Slot.Question(1), new byte[] { 3 })], _case.Key.Next()));
    }

    [Fact]
    public void Nothing_is_sealed_after_1000_commits()
    {
        using var blob = _case.Open();
        blob.Walk = _case.Walk with { Commits = 1000 };

        Assert.Throws<InvalidOperationException>(() =>
            new IntakeSealer(_case.Server).Commit(_case.Hot, blob, _case.Walk, [new(Slot.Question(1), new byte[] { 3 })], _case.Key.Next()));
    }

    /// <summary>Its keys are zeros now: anybody could open what would be sealed under them.</summary>
    [Fact]
    public void Nothing_is_sealed_with_a_forgotten_blob()
    {
        var blob = _case.Open();
        var bytes = RowCase.Plaintext(blob);
        blob.Dispose();

        Assert.All(bytes, b => Assert.Equal(0, b));
        Assert.Throws<ObjectDisposedException>(() => blob.Seal(_case.Hot.Place, _case.Server, _case.Key));
        Assert.Throws<ObjectDisposedException>(() => IntakeSealer.Finish(_case.Hot, blob, [new(Slot.Question(1), new byte[] { 3 })]));
        Assert.Throws<ObjectDisposedException>(() => blob.Walk);
        Assert.Throws<ObjectDisposedException>(() => blob.Heading);
    }

    [Fact]
    public void Stepping_through_a_blob_that_never_opens_allocates_next_to_nothing()
    {
        var sealer = new IntakeSealer(_case.Server);
        var stranger = StepKey.Draw();
        Assert.Null(sealer.Open(_case.Hot, stranger, 10, out _));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(sealer.Open(_case.Hot, stranger, Blob.MaxCommits, out _));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }

    private Blob? Reopened(byte[] plaintext)
    {
        var key = new byte[32];
        _case.Server.BlobKeyOf(key, _case.Key);
        var box = new byte[Format.BlobSize];
        Aead.Seal(box, plaintext, [Format.Version, .. _case.Hot.Place.ToArray()], key);
        return Blob.Open(RowCase.With(_case.Hot, box), _case.Server, _case.Key);
    }
}
