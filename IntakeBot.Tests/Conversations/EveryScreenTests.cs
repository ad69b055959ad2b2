using IntakeBot.Core.Conversations;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

public sealed class EveryScreenTests
{
    public static TheoryData<byte> Numbers => [.. Enumerable.Range(0, ShippedQuestionnaire.Value.Languages.Count).Select(n => (byte)n)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_text_of_a_language_is_on_some_screen(byte number)
    {
        var language = ShippedQuestionnaire.Value.Languages[number];
        var drawn = Drawn(number).Concat(EveryScreen.Of(ShippedQuestionnaire.WithNote, number, ShippedQuestionnaire.Booklet)).Select(s => s.Screen.Text).ToHashSet();
        ScreenName[] parts = [ScreenName.Language, ScreenName.ButtonsOnly, ScreenName.Really, ScreenName.ReallyNone, ScreenName.NumbersCall, ScreenName.NoteRefused, ScreenName.NoteTooLong, ScreenName.Code, ScreenName.CodeNew, ScreenName.CodeWrong, ScreenName.CodeMistyped, ScreenName.CodeLater, ScreenName.CodeChanged, ScreenName.Told];
        var texts = language.Screens.Where(s => !parts.Contains(s.Key)).Select(s => s.Value)
            .Concat(language.Questions.Values.SelectMany(q => q).Select(w => w.Text));

        Assert.Equal([], texts.Where(t => !drawn.Contains(t)));
        Assert.All((ScreenName[])[ScreenName.CodeWrong, ScreenName.CodeMistyped, ScreenName.CodeLater, ScreenName.CodeChanged, ScreenName.Told], line =>
            Assert.Contains(drawn, d => d.StartsWith($"{language.Screens[line]}\n\n", StringComparison.Ordinal)));
        Assert.All((ScreenName[])[ScreenName.Code, ScreenName.CodeNew], code =>
            Assert.Contains(drawn, d => d.StartsWith(language.Screens[code].Split('{')[0], StringComparison.Ordinal) && !d.Contains('{', StringComparison.Ordinal)));
        Assert.Contains(drawn, d => d.Contains(language.Screens[ScreenName.Language], StringComparison.Ordinal));
        Assert.Equal(number == 0, drawn.Contains(language.Screens[ScreenName.Really].Replace("{phrase}", "two cups of tea", StringComparison.Ordinal)));
        Assert.Equal(number != 0, drawn.Contains(language.Screens[ScreenName.ReallyNone]));
        Assert.Contains(drawn, d => d.EndsWith(language.Screens[ScreenName.NumbersCall], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Hide_stands_first_on_all_but_the_cover_and_Skip_or_Next_on_every_question(byte number) =>
        Assert.All(Drawn(number), seen =>
        {
            var said = seen.Screen.Rows.SelectMany(row => row).Select(b => OptionCode.Read(b.Option)).ToList();
            Assert.Equal(new Said.Press(seen.Name == "cover" ? Command.Again : Command.Hide), said[0]);
            Assert.True(!seen.IsQuestion || said.Contains(new Said.Press(Command.Skip)) || said.Contains(new Said.Press(Command.Next)));
        });

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_button_fits_into_64_bytes_of_callback_data(byte number)
    {
        using var key = new ServerKey(new byte[ServerKey.Size]);
        var locator = Locator.Draw(new Day(20_000));
        var step = StepKey.Draw();

        Assert.All(Drawn(number).SelectMany(s => s.Screen.Rows.SelectMany(r => r).Select(b => (s.Screen, b.Option))).Distinct(), button =>
        {
            var token = new CallbackToken
            {
                Language = button.Screen.Language,
                Step = (ushort)button.Screen.Step,
                Option = button.Option,
                Locator = locator,
                Key = step,
            };
            Assert.Equal(64, token.Encode(key, long.MaxValue, long.MaxValue).Length);
        });
    }

    [Fact]
    public void The_shipped_screens_have_no_problem() => Assert.Empty(ScreenRules.Problems(ShippedQuestionnaire.Value, ShippedQuestionnaire.Booklet));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Where_a_note_is_taken_its_screens_are_drawn_too(byte number)
    {
        var words = ShippedQuestionnaire.WithNote.Languages[number].Screens;
        var drawn = EveryScreen.Of(ShippedQuestionnaire.WithNote, number).Where(s => s.Name is "finish" || s.Name.StartsWith("note", StringComparison.Ordinal)).DistinctBy(s => s.Name).ToDictionary(s => s.Name, s => s.Screen.Text);

        Assert.Equal(words[ScreenName.Note], drawn["note"]);
        Assert.Equal(words[ScreenName.NoteTaken], drawn["note_taken"]);
        Assert.Equal($"{words[ScreenName.NoteRefused]}\n\n{words[ScreenName.Note]}", drawn["note_refused"]);
        Assert.Equal($"{words[ScreenName.NoteTooLong]}\n\n{words[ScreenName.Note]}", drawn["note_too_long"]);

        // A complaint takes none.
        Assert.Equal(words[ScreenName.Finish], drawn["finish"]);
        Assert.Equal(5, drawn.Count);
        Assert.DoesNotContain(Drawn(number), s => s.Name.StartsWith("note", StringComparison.Ordinal));
        Assert.Empty(ScreenRules.Problems(ShippedQuestionnaire.WithNote));
    }

    [Fact]
    public void What_is_wrong_on_the_screens_of_the_note_is_told_only_where_one_is_taken()
    {
        using var folder = new SmallFolder();
        folder.Plant(SmallFolder.English, "done: Done", "done: Erase");
        Assert.Contains("the screen finish read", Problems(folder), StringComparison.Ordinal);
        Assert.DoesNotContain("the screen note", Problems(folder), StringComparison.Ordinal);

        folder.Plant(SmallFolder.Main, "desk: hotline", "desk: hotline\n    note: true");

        Assert.All((string[])["note", "note_taken", "note_refused", "note_too_long"], name => Assert.Contains($"the screen {name} read", Problems(folder), StringComparison.Ordinal));
        Assert.DoesNotContain("the screen finish", Problems(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_buttons_that_read_alike_on_one_screen_are_told()
    {
        using var folder = new SmallFolder();
        folder.Plant(SmallFolder.English, "skip: Skip", "skip: Go");

        Assert.Equal(
            ["languages/en.yaml: two buttons of the screen questions.free read \"Go\": give each its own words"],
            ScreenRules.Problems(folder.Read().Value!).Select(p => p.ToString()));
    }

    [Fact]
    public void What_is_wrong_in_the_quiet_words_is_told_with_their_file()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.Quiet, "erase: Clear\n", "erase: Close\n");

        Assert.Contains("languages/quiet/en.yaml: two buttons of the screen questions.danger read \"Close\"", Problems(folder), StringComparison.Ordinal);
    }

    /// <summary>With the line "Only buttons" and a blank one above it a screen has to fit into one message.</summary>
    [Theory]
    [InlineData(4096, false)]
    [InlineData(4097, true)]
    public void A_screen_that_Telegram_would_not_take_is_told(int length, bool isTold)
    {
        using var folder = new SmallFolder();
        var booklet = new Booklet { Kept = [new string('x', length - "Only buttons\n\n".Length)] };

        Assert.Equal(
            isTold ? ["languages/en.yaml: the screen menu.page has 4097 characters: Telegram takes 4096, so shorten its text"] : [],
            ScreenRules.Problems(folder.Read().Value!, booklet).Select(p => p.ToString()).Where(p => p.Contains("characters", StringComparison.Ordinal)));
    }

    private static string Problems(SmallFolder folder) => string.Join('\n', ScreenRules.Problems(folder.Read().Value!));

    private static IEnumerable<SeenScreen> Drawn(byte number) => EveryScreen.Of(ShippedQuestionnaire.Value, number, ShippedQuestionnaire.Booklet);
}
