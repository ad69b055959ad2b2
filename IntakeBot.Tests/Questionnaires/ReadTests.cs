using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Questionnaires;

public sealed class ReadTests
{
    [Fact]
    public void Forms_questions_and_options_are_read_in_order()
    {
        using var folder = new SmallFolder();

        var form = Assert.Single(folder.Read().Value!.Forms);

        Assert.Equal(("help", "hotline"), (form.Id, form.Desk));
        Assert.Equal(["danger", "who", "age", "free"], form.Questions.Select(q => q.Id));
        Assert.Equal([1, 2, 3, 4], form.Questions.Select(q => q.Slot));
        Assert.Equal([false, false, true, false], form.Questions.Select(q => q.Many));
        Assert.Equal(["today", "not_now"], form.Questions[0].Options.Select(o => o.Id));
        Assert.Equal([true, false], form.Questions[0].Options.Select(o => o.Danger));
    }

    [Fact]
    public void A_flag_is_one_bit_in_options_conditions_and_wordings()
    {
        using var folder = new SmallFolder();
        var child = new Flags(1);

        var read = folder.Read().Value!;

        Assert.Equal([Flags.None, child], read.Main.Questions[1].Options.Select(o => o.Raises));
        Assert.Equal(new Condition(Flags.None, child), read.Main.Questions[2].When);
        Assert.Equal(
            [new(new(child, Flags.None), "Can the child go?"), new(null, "Can you go?")],
            read.Languages[0].Questions["free"]);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("note: false", false)]
    [InlineData("note: true", true)]
    public void A_form_takes_a_note_only_where_it_says_so(string line, bool takes)
    {
        using var folder = new SmallFolder();
        folder.Plant(SmallFolder.Main, "desk: hotline", $"desk: hotline\n    {line}");

        Assert.Equal(takes, folder.Read().Value!.Main.TakesNote);
    }

    [Fact]
    public void However_many_flags_there_are_none_is_the_one_that_says_a_note_was_given()
    {
        using var folder = new SmallFolder();
        string[] names = [.. Enumerable.Range(0, 30).Select(i => $"f{i}")];
        folder.Plant(SmallFolder.Main, "raises: child", $"raises: [child, {string.Join(", ", names)}]");
        folder.Plant(SmallFolder.Main, "options: [go, stay]", $"when: [{string.Join(", ", names)}]\n        options: [go, stay]");

        var raised = folder.Read().Value!.Main.Questions.SelectMany(q => q.Options).Aggregate(Flags.None, (all, o) => all.With(o.Raises));

        Assert.Equal(new Flags(uint.MaxValue).Without(Flags.NoteGiven), raised);
    }

    [Fact]
    public void An_option_of_many_may_stand_alone()
    {
        using var folder = new SmallFolder();
        folder.Plant(SmallFolder.Main, "[young, old]", "[young, {id: old, alone: true}]");

        Assert.Equal([false, true], folder.Read().Value!.Main.Questions[2].Options.Select(o => o.Alone));
    }

    [Fact]
    public void A_list_of_conditions_holds_where_all_of_them_do()
    {
        using var folder = new SmallFolder();
        folder.Plant(SmallFolder.Main, "[{id: today, danger: true}, not_now]", "[{id: today, raises: now}, not_now]");
        folder.Plant(SmallFolder.Main, "when: not child", "when: [now, not child]");

        Assert.Equal(new Condition(new(1), new(2)), folder.Read().Value!.Main.Questions[2].When);
    }

    [Fact]
    public void Texts_stand_under_their_names_and_labels_in_the_order_of_the_options()
    {
        using var folder = new SmallFolder();
        folder.Plant(SmallFolder.English, "{today: Today, not_now: Not now}", "{not_now: Not now, today: Today}");
        folder.Plant(SmallFolder.English, "limits: Limits", "limits: |\n    One\n\n    Two");

        var english = Assert.Single(folder.Read().Value!.Languages);

        Assert.Equal(("en", "English", true), (english.Tag, english.Name, english.Draft));
        Assert.Equal("One\n\nTwo", english.Screens[ScreenName.Limits]);
        Assert.Equal("Not sure", english.Buttons[ButtonName.SafeNotSure]);
        Assert.Equal(["Today", "Not now"], english.Options["danger"]);
    }

    [Fact]
    public void Languages_keep_the_order_of_the_list()
    {
        using var folder = new SmallFolder();
        folder.Write("languages/de.yaml", folder.Text(SmallFolder.English).Replace("language: en", "language: de", StringComparison.Ordinal));
        folder.Plant(SmallFolder.Main, "[en]", "[en, de]");

        Assert.Equal(["en", "de"], folder.Read().Value!.Languages.Select(l => l.Tag));
    }
}
