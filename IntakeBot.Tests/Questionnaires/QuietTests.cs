using IntakeBot.Core.Conversations;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Questionnaires;

public sealed class QuietTests
{
    [Fact]
    public void A_quiet_text_takes_the_place_of_the_plain_one_and_all_others_stay()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.Quiet, "text: Urgent?", "text: Urgent?\n    options: {not_now: Later}");

        var read = folder.Read().Value!;
        var (plain, quiet) = (read.Languages[0], read.InWords(WordPack.Quiet).Languages[0]);

        Assert.Equal(("en", "English"), (quiet.Tag, quiet.Name));
        Assert.Equal(("Free now?", plain.Screens[ScreenName.Later]), (quiet.Screens[ScreenName.Safe], quiet.Screens[ScreenName.Later]));
        Assert.Equal(("Close", plain.Buttons[ButtonName.Skip]), (quiet.Buttons[ButtonName.Hide], quiet.Buttons[ButtonName.Skip]));
        Assert.Equal([new(null, "Urgent?")], quiet.Questions["danger"]);
        Assert.Equal(plain.Questions["free"], quiet.Questions["free"]);
        Assert.Equal(["Today", "Later"], quiet.Options["danger"]);
        Assert.Equal(["Today", "Not now"], plain.Options["danger"]);
    }

    [Fact]
    public void Draft_and_reviewers_are_the_quiet_file_s_own()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.Quiet, "draft: true\nreviewed_by: []", "draft: false\nreviewed_by: [Ada, Bo]");

        var read = folder.Read().Value!;

        Assert.Equal((true, ""), (read.Languages[0].Draft, string.Join(' ', read.Languages[0].ReviewedBy)));
        Assert.Equal((false, "Ada Bo"), (read.Quiet[0]!.Draft, string.Join(' ', read.Quiet[0]!.ReviewedBy)));
    }

    [Fact]
    public void A_language_without_a_quiet_file_keeps_its_plain_words()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Write("languages/de.yaml", folder.Text(SmallFolder.English).Replace("language: en", "language: de", StringComparison.Ordinal));
        folder.Plant(SmallFolder.Main, "[en]", "[de, en]");

        var read = folder.Read().Value!;

        Assert.Equal([null, "en"], read.Quiet.Select(q => q?.Tag));
        Assert.Equal(["Alone?", "Free now?"], read.InWords(WordPack.Quiet).Languages.Select(l => l.Screens[ScreenName.Safe]));
    }

    [Fact]
    public void The_hash_is_that_of_all_words_whichever_are_chosen()
    {
        using var folder = SmallFolder.WithQuiet();
        var read = folder.Read().Value!;
        var before = Hash(read);

        Assert.Equal(before, Hash(read.InWords(WordPack.Quiet)));
        Assert.Equal(before, Hash(read.InWords(WordPack.Plain)));

        folder.Plant(SmallFolder.Quiet, "Free now?", "Free now, yes?");
        Assert.NotEqual(before, Hash(folder.Read().Value!));
        folder.Delete(SmallFolder.Quiet);
        Assert.NotEqual(before, Hash(folder.Read().Value!));
    }

    [Fact]
    public void Quiet_words_without_plain_ones_are_refused()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Write("languages/quiet/de.yaml", folder.Text(SmallFolder.Quiet));

        Assert.Equal(
            "languages/quiet/de.yaml: there is no languages/de.yaml for these words to stand in: add it, or remove this file",
            folder.Problems());
    }

    [Fact]
    public void Quiet_words_over_a_file_that_cannot_be_read_are_not_blamed_for_it()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.English, "[]", "[");
        folder.Plant(SmallFolder.Quiet, "draft: true", "draft: 1");

        Assert.StartsWith("languages/en.yaml:4: not valid YAML", Assert.Single(folder.Read().Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_the_quiet_words_lack_is_told_where_it_stands_in_the_plain_ones()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.Quiet, "  hide: Close\n", "");
        folder.Plant(SmallFolder.Quiet, "text: Urgent?", "texts: Urgent?");

        Assert.Equal(
            [
                Glance(folder, "hide: Hide", "buttons.hide says \"Hide\""),
                Glance(folder, "text: Danger?", "questions.danger.text says \"Danger\""),
                "languages/quiet/en.yaml:13: unknown key \"texts\" in questions.danger: known here are text, options",
            ],
            folder.Read().Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void A_plain_text_that_names_a_button_of_another_quiet_label_is_told_where_it_stands()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.English, "done: Thanks", "done: Press 《Back》");
        folder.Plant(SmallFolder.Quiet, "hide: Close", "hide: Close\n  back: Before");

        Assert.Equal(
            $"languages/en.yaml:{LineOf(folder, "Press 《Back》")}: screens.done names the button 《Back》, which has another label in languages/quiet/en.yaml: write this text there, too",
            folder.Problems());
    }

    [Fact]
    public void No_part_of_a_language_is_left_out()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.English, "name: English", "name: Safe English");
        folder.Plant(SmallFolder.English, "later: Later", "later: Safe later");
        folder.Plant(SmallFolder.English, "next: Next", "next: Safe next");
        folder.Plant(SmallFolder.English, "young: Young", "young: Safe young");
        folder.Plant(SmallFolder.English, "kept:\n  title: ", "kept:\n  title: Safe ");

        Assert.Equal(
            ["name", "screens.later", "buttons.next", "questions.age.options.young", "kept.title"],
            folder.Read().Problems.Select(p => p.What.Split(" says \"Safe\"")[0]));
    }

    [Fact]
    public void A_plain_text_that_comes_later_is_held_against_the_quiet_rules_too()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.English, "- text: Can you go?", "- text: Are you safe?");

        Assert.Equal(Glance(folder, "text: Are you safe?", "questions.free.text says \"safe\""), folder.Problems());
    }

    [Fact]
    public void Two_buttons_that_read_alike_on_one_screen_in_quiet_words_only_are_told()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.Quiet, "hide: Close", "hide: Today");

        Assert.Equal(
            ["languages/quiet/en.yaml: two buttons of the screen questions.danger read \"Today\": give each its own words"],
            ScreenRules.Problems(folder.Read().Value!).Select(p => p.ToString()));
    }

    private static string Glance(SmallFolder folder, string text, string found) =>
        $"languages/en.yaml:{LineOf(folder, text)}: {found}, which tells at a glance what this is, and languages/quiet/en.yaml has no other words for it: write them there";

    private static int LineOf(SmallFolder folder, string text) =>
        1 + folder.Text(SmallFolder.English).Split('\n').ToList().FindIndex(l => l.Contains(text, StringComparison.Ordinal));

    private static string Hash(Questionnaire questionnaire) => Convert.ToHexString(QuestionnaireHash.Of(questionnaire.Canonical.Span));
}
