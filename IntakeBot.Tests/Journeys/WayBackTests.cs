using System.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>She comes back with her number, from any phone, and reads what a helper answered.</summary>
public sealed class WayBackTests : IAsyncLifetime
{
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;
    private string _code = "";

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync();
        _person = _hotline.World.Join("Test");
        _person.Start();
        await _person.TapAsync([.. Gate, "Not now"]);
        _code = await _person.SkipTheRestAsync();
        await _person.SeeAsync("Your answers are with us");
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Fact]
    public async Task Replies_come_one_by_one_in_the_one_screen_and_go_when_she_has_read_them()
    {
        await _hotline.ReplyAsync("A woman can talk with you. Is that good?");
        await _hotline.ReplyAsync("내일 다시 여기를 보십시오.", "ko");
        var other = _hotline.World.Join("Borrowed");

        other.Start();
        await other.SeeAsync("English");
        other.Type(_code);
        await other.SeeAsync("A woman can talk with you");
        Assert.Single(other.Screen);
        Assert.DoesNotContain(other.Screen, m => m.Text.Contains("내일", StringComparison.Ordinal));
        await other.TapAsync("I have read it");
        await other.SeeAsync("내일 다시 여기를 보십시오.");
        await other.TapAsync("I have read it");
        await other.SeeAsync("There is no answer now");

        _person.Type(_code);
        await _person.SeeAsync("There is no answer now");
        Assert.Single(other.Screen);
    }

    public static TheoryData<string> Scripts => ["{0}", "　{1}　", "{2}", "{3}", "{4}", "\u202A{0}\u202C", "{5}"];

    /// <summary>Full-width, Arabic, Devanagari and Chinese digits, dashes, none, and marks that nobody sees.</summary>
    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Her_number_is_read_in_any_script(string form)
    {
        await _hotline.ReplyAsync("Here it is.");
        string In(string digits) => string.Concat(_code.Select(c => c == ' ' ? '-' : digits[c - '0']));
        var typed = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, form, _code, In("０１２３４５６７８９"), In("٠١٢٣٤٥٦٧٨٩"), In("०१२३४५६७८९"), In("〇一二三四五六七八九"),
            _code.Replace(" ", "", StringComparison.Ordinal));

        _person.Type(typed);

        await _person.SeeAsync("Here it is.");
        Assert.Single(_person.Screen);
    }

    [Fact]
    public async Task It_is_taken_from_the_cover_and_in_the_middle_of_questions_which_go_on_afterwards()
    {
        await _hotline.ReplyAsync("Here it is.");
        await _person.TapAsync("Hide");
        _person.Type(_code);
        await _person.SeeAsync("Here it is.");

        var other = _hotline.World.Join("Asked");
        other.Start();
        await other.TapAsync([.. Gate, "Not now"]);
        other.Type(_code);
        await other.SeeAsync("Here it is.");
        await other.TapAsync("I have read it", "Back");
        await other.TapAsync("Yes, I am alone");
        await other.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task She_answers_by_buttons_and_staff_read_it_and_nobody_else()
    {
        var first = await _hotline.ReplyAsync("Is tomorrow good?");
        var second = await _hotline.ReplyAsync("May a man call?");
        _person.Type(_code);
        await _person.SeeAsync("Is tomorrow good?");

        await _person.TapAsync("Yes");
        await _person.SeeAsync("☑ Yes");
        await _person.TapAsync("Not now");
        await _person.SeeAsync("☑ Not now");
        await _person.TapAsync("I have read it");
        await _person.SeeAsync("May a man call?");
        await _person.TapAsync("Do not write to me again");
        await _person.SeeAsync("☑ Do not write to me again");

        var answers = ReplyAnswers.Decode(_hotline.OnlySlots()[Slot.Reserved[0]])!;
        Assert.Equal(
            [(ReplyAnswers.NameOf(second.Id), ReplyAnswer.Stop), (ReplyAnswers.NameOf(first.Id), ReplyAnswer.NotNow)],
            answers.Answers);
        Assert.Equal(Day.Today(TimeProvider.System).Number, answers.Day);
    }

    /// <summary>The second tap was meant for the page that is gone.</summary>
    [Fact]
    public async Task Tapped_twice_only_the_reply_on_the_screen_goes()
    {
        await _hotline.ReplyAsync("One.");
        await _hotline.ReplyAsync("Two.");
        _person.Type(_code);
        var shown = await _person.SeeAsync("One.");
        var read = shown.Buttons.Single(b => b.Label == "I have read it").Data!;

        _person.PressData(shown.Id, read);
        _person.PressData(shown.Id, read);

        await _person.WaitForScreenAsync(_ => _person.Spinners.Count == 0, Taps.Patience);
        await _person.SeeAsync("Two.");
    }

    [Fact]
    public async Task She_says_again_how_urgent_it_is_and_when_she_can_look()
    {
        _person.Type(_code);
        await _person.TapAsync("More", "Tell more", "Today");
        await _person.SeeAsync("A person will read this first");
        await _person.TapAsync("Go on", "Night");
        await _person.SeeAsync("A new number");

        var slots = _hotline.OnlySlots();
        var (urgency, window) = (Addition.Decode(slots[Slot.Reserved[1]])!, Addition.Decode(slots[Slot.Reserved[2]])!);
        Assert.Equal((0, 3), ((int)urgency.Option, (int)window.Option));
        Assert.Equal(QuestionnaireHash.Of(ShippedQuestionnaire.Value.Canonical.Span), urgency.QuestionnaireHash);
        Assert.Equal(Answers(("danger", "not_now")), _hotline.OnlyAnswers());
        await _person.TapAsync("Tell more", "Skip", "Skip");
        await _person.SeeAsync("A new number");
        Assert.Equal(0, Addition.Decode(_hotline.OnlySlots()[Slot.Reserved[1]])!.Option);
    }

    [Fact]
    public async Task A_new_number_takes_the_replies_along_and_the_old_one_dies_only_when_she_has_it()
    {
        await _hotline.ReplyAsync("Here it is.");
        _person.Type(_code);
        await _person.TapAsync("More", "A new number");
        var shown = await _person.SeeAsync("This is your new number");
        var fresh = shown.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == 20);

        await _person.TapAsync("Back", "Back");
        var other = _hotline.World.Join("Other");
        other.Start();
        await other.SeeAsync("English");
        other.Type(_code);
        await other.SeeAsync("Here it is.");
        other.Type(fresh);
        await other.SeeAsync("There is no answer now");

        var old = Assert.Single(_hotline.Store.Manifest(RowKind.Mailbox, null, 3)).Place;
        await _person.TapAsync("More", "A new number");
        fresh = (await _person.SeeAsync("This is your new number")).Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == 20);
        await _person.TapAsync(fresh[^4..]);
        await _person.SeeAsync("Your new number works now");
        Assert.NotEqual(old, Assert.Single(_hotline.Store.Manifest(RowKind.Mailbox, null, 3)).Place);
        Assert.NotNull(_hotline.Store.Find<Tombstone>(old));
        await _person.TapAsync("Back");
        await _person.SeeAsync("Here it is.");
        await other.TapAsync("Back");
        await other.SeeAsync("safely now?");
        other.Type(_code);
        await other.SeeAsync("There is no answer now");
        other.Type(fresh);
        await other.SeeAsync("Here it is.");
        await _hotline.ReplyAsync("To the new one.");
        await other.TapAsync("I have read it");
        await other.SeeAsync("To the new one.");
    }

    [Fact]
    public async Task She_erases_everything_by_her_number()
    {
        await _hotline.ReplyAsync("Here it is.");
        await _hotline.NoteAsync("She has a child.");
        _person.Type(_code);
        await _person.TapAsync("More", "Erase");
        await _person.SeeAsync("Erase all that you told us");
        await _person.TapAsync("Erase everything");
        await _person.SeeAsync("is erased");

        foreach (var kind in (RowKind[])[RowKind.Hot, RowKind.Cold, RowKind.Mailbox, RowKind.Event])
        {
            Assert.Empty(_hotline.Store.Manifest(kind, null, 1));
        }

        Assert.Equal(2, _hotline.Store.Manifest(RowKind.Tombstone, null, 3).Count);
        _person.Type(_code);
        await _person.SeeAsync("There is no answer now");
    }

    /// <summary>Under duress she can give any number: whoever looks on sees the same screens.</summary>
    [Fact]
    public async Task A_wrong_number_leads_through_the_same_screens_and_stores_nothing()
    {
        var rows = Rows();
        foreach (var code in (string[])[ReceiptCode.Draw().Show(), _code])
        {
            _person.Type(code);
            await _person.SeeAsync("There is no answer now");
            await _person.TapAsync("More", "Tell more", "Skip", "Skip", "A new number");
            await _person.SeeAsync("This is your new number");
            await _person.TapAsync("Back", "Back");
            await _person.SeeAsync("There is no answer now");
            await _person.TapAsync("Back");
            await _person.SeeAsync("safely now?");
        }

        Assert.Equal(rows, Rows());
        _person.Type(ReceiptCode.Draw().Show());
        await _person.SeeAsync("There is no answer now");
        await _person.TapAsync("More", "Tell more", "Today", "Go on", "Night", "A new number");
        var shown = await _person.SeeAsync("This is your new number");
        await _person.TapAsync(shown.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == 20)[^4..]);
        await _person.TapAsync("Erase", "Erase everything");
        await _person.SeeAsync("is erased");
        Assert.Equal(rows, Rows());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_slip_is_told_at_once_and_another_try_is_free(int slip)
    {
        await _hotline.ReplyAsync("Here it is.");
        var wrong = slip < 0 ? _code[..^1] : $"{(char)('0' + ((_code[0] - '0' + slip) % 10))}{_code[1..]}";
        for (var i = 0; i < 8; i++)
        {
            _person.Type(wrong);
            await _person.SeeAsync("One digit is not right");
            await Task.Delay(150, TestContext.Current.CancellationToken);
        }

        _person.Type(_code);
        await _person.SeeAsync("Here it is.");
    }

    [Fact]
    public async Task The_sixth_number_in_an_hour_is_looked_for_later()
    {
        for (var i = 0; i < 5; i++)
        {
            _person.Type(ReceiptCode.Draw().Show());
            await _person.SeeAsync("There is no answer now");
            await _person.TapAsync("Back");
        }

        _person.Type(_code);

        await _person.SeeAsync("We cannot look now");
        Assert.DoesNotContain(_person.Screen, m => m.FromPerson);
    }

    [Fact]
    public async Task After_a_restart_the_number_is_asked_again()
    {
        await _hotline.ReplyAsync("Here it is.");
        _person.Type(_code);
        var shown = await _person.SeeAsync("Here it is.");
        await _hotline.RestartServerAsync();

        _person.PressData(shown.Id, shown.Buttons.Single(b => b.Label == "I have read it").Data!);
        await _person.SeeAsync("Type your number here");
        _person.Type(_code);
        await _person.SeeAsync("Here it is.");
    }

    [Fact]
    public async Task The_menu_asks_for_it_and_what_is_typed_is_deleted()
    {
        await _person.TapAsync("Hide", "↻", "More", "I have a number");
        await _person.SeeAsync("Type your number here");

        _person.Type(_code);

        await _person.SeeAsync("There is no answer now");
        Assert.Single(_person.Screen);
        await _person.TapAsync("Back");
        await _person.SeeAsync("Can you look at this safely now?");
    }

    [Fact]
    public async Task Hide_and_yes_lead_back_to_the_reply()
    {
        await _hotline.ReplyAsync("Here it is.");
        _person.Type(_code);
        await _person.SeeAsync("Here it is.");

        await _person.TapAsync("Hide", "↻");
        await _person.SeeAsync("Can you look at this safely now?");
        await _person.TapAsync("Yes, I am alone");

        await _person.SeeAsync("Here it is.");
    }

    [Fact]
    public async Task Text_and_number_are_in_no_file_and_no_log()
    {
        const string Text = "A sentence that nobody else has ever read before.";
        await _hotline.ReplyAsync(Text);
        _person.Type(_code);
        await _person.SeeAsync(Text);
        await _person.TapAsync("Yes");
        await _hotline.StopServerAsync();

        foreach (var file in Directory.EnumerateFiles(_hotline.DataFolder))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Text)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Text)));
        }

        Assert.DoesNotContain(_hotline.Log.Lines, l => l.Contains(Text, StringComparison.Ordinal) || l.Contains(_code, StringComparison.Ordinal));
    }

    private List<ManifestEntry> Rows() =>
        [.. ((RowKind[])[RowKind.Cold, RowKind.Hot, RowKind.Mailbox, RowKind.Tombstone]).SelectMany(kind => _hotline.Store.Manifest(kind, null, 10))];
}
