using System.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The optional note, typed on a phone, where the form takes one and where it does not.</summary>
public sealed class NoteTests : IAsyncLifetime
{
    private const string Asks = "You can write one or two lines now";
    private const string Taken = "If you write again, we keep only the last.";
    private const string Refused = "We did not keep it. Please write";
    private const string Plain = "아이가 아픕니다. 나갈 수 없습니다.";
    private const string Marker = "qzxjvk";

    private readonly TempFolder _config = new();
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;

    public ValueTask InitializeAsync() => StartAsync(note: true);

    public async ValueTask DisposeAsync()
    {
        await _hotline.DisposeAsync();
        _config.Dispose();
    }

    [Fact]
    public async Task What_she_writes_is_sealed_deleted_from_the_chat_and_read_by_staff()
    {
        await _person.SeeAsync(Asks);

        await TypeAsync(Plain, Taken);

        Assert.Equal(Plain, NoteOf());
        await _person.TapAsync("Done");
        await _person.TakeCodeAsync();
        await _person.SeeAsync("Your answers are with us");
        Assert.Equal(Plain, NoteOf());
        Assert.Single(_person.Screen);
        Assert.Equal("one", _hotline.OnlyAnswers()["first"]);
        Assert.Equal("", Traces(Plain));
    }

    [Fact]
    public async Task She_can_leave_it_out()
    {
        await _person.TapAsync("Done");
        await _person.TakeCodeAsync();

        await _person.SeeAsync("Your answers are with us");
        Assert.Null(NoteOf());
        Assert.Equal("one", _hotline.OnlyAnswers()["first"]);
    }

    [Fact]
    public async Task What_is_refused_is_in_no_file_and_no_log_and_she_may_write_again()
    {
        var row = RowVersion();

        await TypeAsync($"call {Marker} 010-1234-5678", Refused);

        Assert.Equal(row, RowVersion());
        await TypeAsync(Plain, Taken);
        Assert.Equal(Plain, NoteOf());
        await _person.TapAsync("Done");
        await _person.TakeCodeAsync();
        await _person.SeeAsync("Your answers are with us");
        await _hotline.StopServerAsync();
        Assert.Equal("", Traces(Marker));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_with_the_words_for_it()
    {
        await TypeAsync(string.Concat(Enumerable.Repeat(Plain, 8)), "Write one or two short lines");
        await TypeAsync(Plain, Taken);

        _ = _person.SendPhoto(Plain);

        await _person.SeeAsync("Write one or two short lines");
        Assert.Equal(Plain, NoteOf());
    }

    [Fact]
    public async Task The_last_one_counts_also_after_Back()
    {
        await TypeAsync("The first one", Taken);
        await TypeAsync("The second one", Taken);
        Assert.Equal("The second one", NoteOf());

        await _person.TapAsync("Back", "Skip");

        await _person.SeeAsync(Taken);
        await _person.TapAsync("Done");
        await _person.TakeCodeAsync();
        await _person.SeeAsync("Your answers are with us");
        Assert.Equal("The second one", NoteOf());
        Assert.Equal("skipped", _hotline.OnlyAnswers()["first"]);
    }

    [Fact]
    public async Task Behind_a_cover_words_are_no_note_and_the_way_back_leads_to_it()
    {
        await _person.TapAsync("Hide");
        await _person.SeeAsync("↻");
        var row = RowVersion();

        await TypeAsync(Plain, "↻");

        Assert.Equal(row, RowVersion());
        Assert.Null(NoteOf());
        await _person.TapAsync("↻", "Yes, I am alone");
        await _person.SeeAsync(Asks);
        await TypeAsync(Plain, Taken);
        Assert.Equal(Plain, NoteOf());
    }

    [Fact]
    public async Task Behind_an_idle_cover_which_carries_her_own_buttons_words_are_no_note_either()
    {
        var row = RowVersion();
        Assert.Single(_hotline.Hotline.CoverSilent(TimeSpan.Zero));

        _person.Type(Plain);
        await _person.WaitForScreenAsync(s => !s.Any(m => m.FromPerson), Taps.Patience);
        await _hotline.SettleAsync();

        Assert.Equal(row, RowVersion());
        Assert.Null(NoteOf());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_restart_before_or_after_it_is_no_loss(bool before)
    {
        if (!before)
        {
            await TypeAsync(Plain, Taken);
        }

        await _hotline.RestartServerAsync();
        await _person.TapAsync("↻", "Yes, I am alone");
        await _person.SeeAsync(before ? Asks : Taken);
        if (before)
        {
            await TypeAsync(Plain, Taken);
        }

        await _person.TapAsync("Done");
        await _person.TakeCodeAsync();
        await _person.SeeAsync("Your answers are with us");
        Assert.Equal(Plain, NoteOf());
    }

    [Fact]
    public async Task Erase_takes_it_away_with_the_rest()
    {
        await TypeAsync(Plain, Taken);

        await _person.TapAsync("Erase", "Erase everything");

        await _person.SeeAsync("is erased");
        Assert.Empty(_hotline.OpenAll());
    }

    [Fact]
    public async Task Three_that_are_refused_hide_the_screen_and_those_that_are_kept_do_not_count()
    {
        await TypeAsync("call 13800", Refused);
        await TypeAsync("The first one", Taken);
        await TypeAsync("a@b", Refused);
        await TypeAsync("The second one", Taken);
        Assert.Equal("The second one", NoteOf());

        await TypeAsync("t.me/x", "↻");

        Assert.Equal("The second one", NoteOf());
    }

    [Fact]
    public async Task Whoever_goes_on_writing_is_taken_for_a_stranger()
    {
        for (var kept = 1; kept <= 8; kept++)
        {
            await TypeAsync($"line {kept}", Taken);
            Assert.Equal($"line {kept}", NoteOf());
        }

        await TypeAsync("line 9", "↻");

        Assert.Equal("line 8", NoteOf());
    }

    [Fact]
    public async Task Where_the_form_takes_none_words_are_as_anywhere()
    {
        await _hotline.DisposeAsync();
        await StartAsync(note: false);
        await _person.SeeAsync("Press Done to finish.");
        Assert.False(Taps.Shows(_person.Screen[^1], Asks));
        var row = RowVersion();

        await TypeAsync(Plain, "press the buttons only");

        Assert.Equal(row, RowVersion());
        await _person.TapAsync("Done");
        await _person.TakeCodeAsync();
        await _person.SeeAsync("Your answers are with us");
        Assert.Null(NoteOf());
        Assert.Equal("", Traces(Plain));
    }

    private async ValueTask StartAsync(bool note)
    {
        Directory.CreateDirectory(_config.Of("languages"));
        File.WriteAllText(_config.Of("questionnaire.yaml"), $$"""
            format: 1
            languages: [en]
            forms:
              - id: help
                desk: hotline
                note: {{(note ? "true" : "false")}}
                questions:
                  - id: first
                    slot: S01
                    options: [one, two]
            """);
        var english = File.ReadAllText(Repository.Path("config", "languages", "en.yaml"));
        File.WriteAllText(_config.Of("languages", "en.yaml"), english[..english.IndexOf("\nquestions:", StringComparison.Ordinal)] + """

            questions:
              first:
                text: The first?
                options: {one: One, two: Two}

            """ + english[(english.IndexOf("\nkept:", StringComparison.Ordinal) + 1)..]);
        _hotline = await TestHotline.StartAsync(_config.Path);
        _person = _hotline.World.Join("Test");
        _person.Start();
        await _person.TapAsync([.. Walks.Gate, "One"]);
    }

    /// <summary>Types, and waits until it is gone from the chat and the screen shows these words.</summary>
    private async Task TypeAsync(string words, string shown)
    {
        _person.Type(words);
        await _hotline.SettleAsync();
        await _person.WaitForScreenAsync(s => !s.Any(m => m.FromPerson) && s.Count > 0 && Taps.Shows(s[^1], shown), Taps.Patience);
    }

    private string? NoteOf() => Note.Decode(Assert.IsType<Opening.Opened>(Assert.Single(_hotline.OpenAll())).Slots[Slot.Note])?.Text;

    private RowVersion RowVersion() => Assert.Single(_hotline.Store.Manifest(RowKind.Hot, null, 2)).Version;

    /// <summary>The files and log lines in which the text stands in some form.</summary>
    private string Traces(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[][] needles = [utf8, Encoding.Unicode.GetBytes(text), Encoding.ASCII.GetBytes(Convert.ToBase64String(utf8)[..8]), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8))];
        var files = Directory.EnumerateFiles(_hotline.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(f => (Name: f, Bytes: Read(f)));
        var lines = _hotline.Log.Lines.Select(l => (Name: "log", Bytes: Encoding.UTF8.GetBytes(l)));
        return string.Join('\n', files.Concat(lines).Where(hay => needles.Any(n => hay.Bytes.AsSpan().IndexOf(n) >= 0)).Select(hay => hay.Name));
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
