using System.Text;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Exchange;

public sealed class BundleFileTests : IDisposable
{
    private readonly RowCase _first = new();
    private readonly RowCase _second = new(places: 8);

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void What_is_written_is_read_and_written_the_same_again()
    {
        var bytes = BundleFile.Encode(Made());

        var read = BundleFile.Decode(bytes)!;

        Assert.Equal(RowCase.Today, read.Day);
        Assert.Equal(["languages/ko.yaml", "languages/quiet/ko.yaml", "members/ada.json", "organisation.pub"], read.Files.Keys);
        Assert.Equal([1, 2, 3], read.Files["members/ada.json"]);
        Assert.Equal((2, 2, 2, 2), (read.Rows.Count, read.Mailboxes.Count, read.Tombstones.Count, read.Events.Count));
        Assert.Equal(bytes, BundleFile.Encode(read));
    }

    [Fact]
    public void One_that_was_cut_changed_or_made_longer_is_not_read()
    {
        var bytes = BundleFile.Encode(Made());

        Assert.All(Enumerable.Range(0, bytes.Length).Where(n => n % 97 == 0 || n < 200 || n > bytes.Length - 50), n => Assert.Null(BundleFile.Decode(bytes.AsSpan(0, n))));
        Assert.All(Enumerable.Range(0, bytes.Length).Where(n => n % 97 == 0), n => Assert.Null(BundleFile.Decode(RowCase.Flipped(bytes, n))));
        Assert.Null(BundleFile.Decode([.. bytes, 0]));
    }

    [Theory]
    [InlineData("../roster.json")]
    [InlineData("members/../../x.json")]
    [InlineData("members/.json")]
    [InlineData("members/a/b.json")]
    [InlineData("languages/en.json")]
    [InlineData("languages/loud/en.yaml")]
    [InlineData("languages/quiet/quiet/en.yaml")]
    [InlineData("languages/quiet/../en.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("server.key")]
    [InlineData("intakebot.json")]
    public void No_other_name_is_held(string name)
    {
        Assert.False(Bundle.IsName(name));
        Assert.Throws<ArgumentException>(() => BundleFile.Encode(Made() with { Files = new Dictionary<string, byte[]> { [name] = [] } }));

        // Anybody can make the bytes and their hash.
        byte[] made = [.. BundleFile.Encode(Bundle.OfOutbox(RowCase.Today, [], []))[..^33], (byte)'F', (byte)name.Length, .. Encoding.ASCII.GetBytes(name), 0, 0, 0, 0];
        Assert.Null(BundleFile.Decode([.. made, (byte)'E', .. Hash.Of([], "bundle", made)]));
    }

    /// <summary>A hash can be made by anybody: parts out of order are refused by themselves.</summary>
    [Fact]
    public void Rows_out_of_order_or_alone_are_refused()
    {
        var (low, high) = (Made().Rows[0], Made().Rows[1]);

        Assert.Null(BundleFile.Decode(BundleFile.Encode(Made() with { Rows = [high, low] })));
        Assert.Null(BundleFile.Decode(BundleFile.Encode(Made() with { Rows = [low, low] })));
        Assert.Null(BundleFile.Decode(BundleFile.Encode(Made() with { Rows = [(low.Cold, high.Hot)] })));
        Assert.NotNull(BundleFile.Decode(BundleFile.Encode(Made() with { Rows = [] })));
    }

    [Fact]
    public void Mailboxes_and_tombstones_out_of_order_or_of_an_intake_that_is_there_are_refused()
    {
        var made = Made();

        Assert.Null(BundleFile.Decode(BundleFile.Encode(made with { Mailboxes = [made.Mailboxes[1], made.Mailboxes[0]] })));
        Assert.Null(BundleFile.Decode(BundleFile.Encode(made with { Mailboxes = [made.Mailboxes[0], made.Mailboxes[0]] })));
        Assert.Null(BundleFile.Decode(BundleFile.Encode(made with { Tombstones = [made.Tombstones[1], made.Tombstones[0]] })));
        Assert.Null(BundleFile.Decode(BundleFile.Encode(made with { Tombstones = [Tombstone.Of(made.Rows[0].Cold.Place, RowCase.Today)] })));
        Assert.NotNull(BundleFile.Decode(BundleFile.Encode(made with { Mailboxes = [], Tombstones = [] })));
    }

    [Fact]
    public void Events_out_of_order_are_refused_and_alone_they_are_a_bundle()
    {
        var made = Made();

        Assert.Null(BundleFile.Decode(BundleFile.Encode(made with { Events = [made.Events[1], made.Events[0]] })));
        Assert.Null(BundleFile.Decode(BundleFile.Encode(made with { Events = [made.Events[0], made.Events[0]] })));
        var back = BundleFile.Decode(BundleFile.Encode(Bundle.OfOutbox(RowCase.Today, [made.Events[1], made.Events[0]], [])))!;
        Assert.Equal(made.Events.Select(e => e.Place), back.Events.Select(e => e.Place));
        Assert.Equal((0, 0, 0, 0), (back.Files.Count, back.Rows.Count, back.Mailboxes.Count, back.Tombstones.Count));
    }

    /// <summary>No part comes behind one that stands later in the format, also where nothing else is wrong.</summary>
    [Fact]
    public void Parts_behind_events_are_refused()
    {
        var made = Made();
        var (head, events) = (BundleFile.Encode(Bundle.OfOutbox(RowCase.Today, [], []))[..^33], BundleFile.Encode(Bundle.OfOutbox(RowCase.Today, [made.Events[0]], []))[21..^33]);
        byte[] Part(SealedRow row) => [(byte)row.Kind, 0, 0, (byte)(row.Encode().Length >> 8), (byte)(row.Encode().Length & 0xFF), .. row.Encode()];
        byte[] Whole(params byte[][] parts) => parts.SelectMany(p => p).ToArray() is var all ? [.. all, (byte)'E', .. Hash.Of([], "bundle", all)] : [];

        Assert.NotNull(BundleFile.Decode(Whole(head, Part(made.Tombstones[0]), events)));
        Assert.Null(BundleFile.Decode(Whole(head, events, Part(made.Tombstones[0]))));
        Assert.Null(BundleFile.Decode(Whole(head, events, Part(made.Mailboxes[0]))));
        Assert.Null(BundleFile.Decode(Whole(head, events, Part(made.Rows[0].Cold), Part(made.Rows[0].Hot))));
        byte[] named = [(byte)'F', 11, .. "roster.json"u8, 0, 0, 0, 0];
        Assert.NotNull(BundleFile.Decode(Whole(head, named, events)));
        Assert.Null(BundleFile.Decode(Whole(head, events, named)));
    }

    /// <summary>Titles of programs before and after this one.</summary>
    [Theory]
    [InlineData((byte)'1', true)]
    [InlineData((byte)'3', false)]
    public void An_older_or_newer_bundle_is_refused(byte version, bool isOld)
    {
        var bytes = BundleFile.Encode(Made());
        bytes["IntakeBot bundle ".Length] = version;
        Hash.Of([], "bundle", bytes.AsSpan(0, bytes.Length - 33)).CopyTo(bytes, bytes.Length - 32);

        Assert.Null(BundleFile.Decode(bytes));
        Assert.Equal(isOld, BundleFile.IsOld(bytes));
    }

    private Bundle Made() => new()
    {
        Day = RowCase.Today,
        Files = new Dictionary<string, byte[]> { ["organisation.pub"] = [], ["members/ada.json"] = [1, 2, 3], ["languages/ko.yaml"] = [4], ["languages/quiet/ko.yaml"] = [5] },
        Rows = [.. new[] { (_first.Cold, _first.Hot), (_second.Cold, _second.Hot) }.OrderBy(r => r.Cold.Place.Value)],
        Mailboxes = [.. new[] { Mailbox.Locked(RowCase.Today), Mailbox.Locked(RowCase.Today) }.OrderBy(m => m.Place.Value)],
        Tombstones = [.. new[] { Tombstone.Of(Place.Random(), RowCase.Today), Tombstone.Of(Place.Random(), RowCase.Today) }.OrderBy(t => t.Place.Value)],
        Events = [.. Enumerable.Range(0, 2).Select(_ => Event()).OrderBy(e => e.Place.Value)],
    };

    private static EventRow Event() => new() { Place = Place.Random(), Version = RowVersion.Random(), Expires = RowCase.Today, Box = new byte[Format.EventBoxSize] };
}
