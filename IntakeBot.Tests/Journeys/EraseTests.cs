using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>Erase takes two presses, and then nothing of the intake is in our files.</summary>
public sealed class EraseTests : IAsyncLifetime
{
    private const int Piece = 24;

    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;
    private string _consent = "";

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync();
        _person = _hotline.World.Join("Test");
        _person.Start();
        await _person.TapAsync(Walks.Gate.SkipLast(1));
        await _person.SeeAsync("Telegram can see");
        _consent = Data(Walks.Gate[^1]);
        await _person.TapAsync(Walks.Gate[^1], "In the next days");
        await _person.SeeAsync("Who needs help?");
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Fact]
    public async Task Two_presses_and_nothing_of_it_is_left_in_the_files()
    {
        var (cold, hot) = Only();
        byte[][] pieces = [.. Pieces(cold.Stanzas), .. Pieces(hot.Slots), .. Pieces(hot.Blob), .. Pieces(hot.Note)];
        Assert.Equal(pieces.Length, Traces(pieces));

        await _hotline.NoteAsync("She has begun.");
        await _person.TapAsync("Erase");
        await _person.SeeAsync("Erase all that you answered here?");
        Assert.Equal(pieces.Length, Traces(pieces));
        await _person.TapAsync("Erase everything");

        await _person.SeeAsync("What was kept here is erased.");
        Assert.Equal(0, Traces(pieces));
        Assert.Empty(_hotline.Store.Manifest(RowKind.Hot, null, 1));
        Assert.Empty(_hotline.Store.Manifest(RowKind.Cold, null, 1));
        Assert.Empty(_hotline.Store.Manifest(RowKind.Event, null, 1));
        Assert.Equal(hot.Place, Assert.Single(_hotline.Store.Manifest(RowKind.Tombstone, null, 2)).Place);
        Assert.Single(_person.Screen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Back_keeps_everything_and_she_goes_on_where_she_was(bool restarted)
    {
        await _person.TapAsync("Erase");
        await _person.SeeAsync("Erase all");
        if (restarted)
        {
            await _hotline.StopServerAsync();
            await _hotline.StartServerAsync();
            await _person.TapAsync("↻", "Yes, I am alone");
        }
        else
        {
            await _person.TapAsync("Back");
        }

        await _person.SeeAsync("Who needs help?");
        await _person.TapAsync("Me");
        await _person.SeeAsync("How old");
        Assert.Equal(("days", "me"), (_hotline.OnlyAnswers()["danger"], _hotline.OnlyAnswers()["who"]));
    }

    [Fact]
    public async Task Hide_on_the_question_whether_to_erase_erases_nothing()
    {
        await _person.TapAsync("Erase");
        await _person.SeeAsync("Erase all");

        await _person.TapAsync("Hide", "↻", "Yes, I am alone");

        await _person.SeeAsync("Who needs help?");
        Assert.Equal("days", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Old_buttons_open_nothing_and_begin_nothing_afterwards()
    {
        var (screen, question) = (_person.Screen[^1].Id, Data("Me"));
        await _person.TapAsync("Erase");
        await _person.SeeAsync("Erase all");
        var erase = Data("Erase everything");
        await _person.TapAsync("Erase everything");
        await _person.SeeAsync("is erased");

        foreach (var data in (string[])[question, erase, _consent])
        {
            _person.PressData(screen, data);
            await _person.SeeAsync("Nothing of yours is open here");
        }

        Assert.Empty(_hotline.Store.Manifest(RowKind.Hot, null, 1));
        await _person.TapAsync(["Again", .. Walks.Gate.Skip(1)]);
        await _person.SeeAsync("Are you in danger?");
        Assert.Single(_hotline.Store.Manifest(RowKind.Hot, null, 2));
    }

    private static IEnumerable<byte[]> Pieces(byte[] bytes) => bytes.Chunk(200).Where(c => c.Length >= Piece).Select(c => c[..Piece]);

    private string Data(string label) => _person.Screen[^1].Buttons.Single(b => b.Label == label).Data!;

    private (ColdRow Cold, HotRow Hot) Only()
    {
        var place = Assert.Single(_hotline.Store.Manifest(RowKind.Cold, null, 2)).Place;
        return (_hotline.Store.Find<ColdRow>(place)!, _hotline.Store.Find<HotRow>(place)!);
    }

    /// <summary>How many of the pieces stand in any file of the data folder; the server has it open.</summary>
    private int Traces(byte[][] pieces)
    {
        var files = Directory.EnumerateFiles(_hotline.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(Read).ToList();
        return pieces.Count(piece => files.Exists(file => file.AsSpan().IndexOf(piece) >= 0));
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
