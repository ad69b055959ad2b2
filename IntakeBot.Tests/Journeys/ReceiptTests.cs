using System.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>The number that she is given at the end: shown until she has it, and never after.</summary>
public sealed class ReceiptTests : IAsyncLifetime
{
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync();
        _person = _hotline.World.Join("Test");
        _person.Start();
        await _person.TapAsync([.. Gate, "Not now"]);
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Fact]
    public async Task It_is_shown_until_she_picks_its_last_group_among_six_and_never_after()
    {
        var code = await ToCodeAsync();
        var shown = _person.Screen[^1];
        var groups = shown.Buttons.Select(b => b.Label).Where(l => l.All(char.IsAsciiDigit)).ToList();
        Assert.Equal(6, groups.Distinct().Count());
        Assert.Equal("4-4-4-4-4", string.Join('-', code.Split(' ').Select(g => g.Length)));

        await _person.TapAsync(groups.First(g => g != code[^4..]));
        await _person.SeeAsync("Those are not its last four digits");
        Assert.Equal(groups, _person.Screen[^1].Buttons.Select(b => b.Label).Where(l => l.All(char.IsAsciiDigit)));
        Assert.Contains(code, _person.Screen[^1].Text, StringComparison.Ordinal);

        await _person.TapAsync(code[^4..]);
        await _person.SeeAsync("Your answers are with us");
        Assert.DoesNotContain(_person.Screen, m => m.Text.Contains(code, StringComparison.Ordinal));
        _person.PressData(shown.Id, shown.Buttons.Single(b => b.Label == groups.First(g => g != code[^4..])).Data!);
        await _person.WaitForScreenAsync(_ => _person.Spinners.Count == 0, Taps.Patience);
        await _person.SeeAsync("Your answers are with us");
    }

    [Fact]
    public async Task A_second_tap_on_the_last_group_changes_nothing()
    {
        var code = await ToCodeAsync();
        var shown = _person.Screen[^1];
        var data = shown.Buttons.Single(b => b.Label == code[^4..]).Data!;

        _person.PressData(shown.Id, data);
        _person.PressData(shown.Id, data);

        await _person.WaitForScreenAsync(_ => _person.Spinners.Count == 0, Taps.Patience);
        await _person.SeeAsync("Your answers are with us");
    }

    [Fact]
    public async Task Neither_a_restart_nor_Hide_nor_another_language_loses_it()
    {
        var code = await ToCodeAsync();

        await _hotline.RestartServerAsync();
        await _person.TapAsync("↻", "Yes, I am alone");
        await _person.SeeAsync(code);
        await _person.TapAsync("Hide", "↻", "Language", "우리말", "예, 혼자 있습니다");
        var shown = await _person.SeeAsync(code);

        Assert.StartsWith("이것은 당신의 번호입니다", shown.Text, StringComparison.Ordinal);
        Assert.Equal(code, await _person.TakeCodeAsync());
        await _person.SeeAsync("당신의 대답을 받았습니다");
    }

    /// <summary>The commit was made and the process ended before its screen: the button that was pressed comes again.</summary>
    [Fact]
    public async Task A_crash_between_the_commit_and_the_screen_does_not_lose_it()
    {
        await SkipAllAsync();
        var done = _person.Screen[^1];
        var data = done.Buttons.Single(b => b.Label == "Done").Data!;
        var shown = await _hotline.Hotline.PressAsync(_person.Id, data);
        var code = shown.Drawing!.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == 20);
        await _hotline.RestartServerAsync();

        _person.PressData(done.Id, data);

        await _person.SeeAsync(code);
        Assert.Single(_hotline.Store.Manifest(RowKind.Mailbox, null, 3));
        Assert.Equal(code, await _person.TakeCodeAsync());
    }

    [Fact]
    public async Task Who_wants_no_number_leaves_a_mailbox_that_nobody_can_open_and_M_empty()
    {
        var code = await ToCodeAsync();
        var given = Assert.Single(_hotline.Store.Manifest(RowKind.Mailbox, null, 3)).Place;

        await _person.TapAsync("No number");
        await _person.SeeAsync("Your answers are with us");

        Assert.NotEqual(given, Assert.Single(_hotline.Store.Manifest(RowKind.Mailbox, null, 3)).Place);
        Assert.IsType<Answer.Empty>(Answer.Decode(_hotline.OnlySlots()[Slot.Mailbox]));
        Assert.Equal(Answers(("danger", "not_now")), _hotline.OnlyAnswers());
        _person.Type(code);
        await _person.SeeAsync("There is no answer now");
    }

    [Fact]
    public async Task Erase_stands_on_its_screen_too_and_takes_the_mailbox_along()
    {
        var code = await ToCodeAsync();

        await _person.TapAsync("Erase", "Erase everything");
        await _person.SeeAsync("is erased");

        foreach (var kind in (RowKind[])[RowKind.Hot, RowKind.Cold, RowKind.Mailbox])
        {
            Assert.Empty(_hotline.Store.Manifest(kind, null, 1));
        }

        Assert.Equal(2, _hotline.Store.Manifest(RowKind.Tombstone, null, 3).Count);
        _person.Type(code);
        await _person.SeeAsync("There is no answer now");
    }

    [Fact]
    public async Task Where_no_number_is_ready_she_presses_again_and_nothing_is_lost()
    {
        await SkipAllAsync();
        await _hotline.Codes.DisposeAsync();
        await _person.TapAsync("Done");

        await _person.SeeAsync("Nothing was lost. Please press again in a moment.");
        Assert.True(_person.Screen[^1].HasButton("Done"));
        Assert.Empty(_hotline.Store.Manifest(RowKind.Mailbox, null, 1));
        await _hotline.RestartServerAsync();
        await _person.TapAsync("↻", "Yes, I am alone", "Done");
        _ = await _person.TakeCodeAsync();
        await _person.SeeAsync("Your answers are with us");
    }

    [Fact]
    public async Task Number_and_screen_are_in_no_file()
    {
        var code = await ToCodeAsync();
        await _person.TapAsync(code[^4..]);
        await _person.SeeAsync("Your answers are with us");
        _person.Type(code);
        await _person.SeeAsync("There is no answer now");
        await _hotline.StopServerAsync();

        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_hotline.DataFolder))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (var trace in (byte[][])[Encoding.ASCII.GetBytes(digits), Encoding.Unicode.GetBytes(digits), Convert.FromHexString(digits), Encoding.ASCII.GetBytes(code)])
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(trace));
            }
        }

        Assert.DoesNotContain(_hotline.Log.Lines, l => l.Contains(digits, StringComparison.Ordinal) || l.Contains(code, StringComparison.Ordinal));
    }

    private async Task SkipAllAsync()
    {
        while ((await _person.WaitForAsync(s => s[^1].HasButton("Skip") || s[^1].HasButton("Done"), Taps.Patience)).HasButton("Skip"))
        {
            await _person.TapAsync("Skip");
        }
    }

    /// <summary>Her number, on the screen.</summary>
    private async Task<string> ToCodeAsync()
    {
        await SkipAllAsync();
        await _person.TapAsync("Done");
        var shown = await _person.SeeAsync("No number");
        return shown.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == 20);
    }
}
