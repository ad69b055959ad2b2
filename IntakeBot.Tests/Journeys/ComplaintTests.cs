using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>"A helper hurt me": a conversation of its own for other people, from every menu and in the middle of an intake.</summary>
public sealed class ComplaintTests : IAsyncLifetime
{
    private static readonly string[] Door = ["More", "A helper hurt me", "Yes, I want to tell it"];

    private readonly EpochSecret _safeguarding = EpochSecret.Draw();
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;

    public async ValueTask InitializeAsync()
    {
        Recipients safeguarding = new(0, 1, [null, null, _safeguarding.Public, null]);
        _hotline = await TestHotline.StartAsync(parts: parts => parts with { Recipients = (desk, day) => desk == "safeguarding" ? safeguarding : parts.Recipients(desk, day) });
        _person = _hotline.World.Join("Test");
        _person.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _hotline.DisposeAsync();
        _safeguarding.Dispose();
    }

    [Fact]
    public async Task From_the_first_menu_it_is_told_and_only_the_other_desk_can_open_it()
    {
        await _person.TapAsync(["English", .. Door]);
        await _person.SeeAsync("What did the helper do?");
        await _person.TapAsync("☐ Asked for money", "☐ Hurt me", "Next", "In the next days", "One who answers here", "Yes", "Under 18", "Only that you know", "Done");
        _ = await _person.TakeCodeAsync();
        var last = await _person.SeeAsync("Your answers are with us");

        Assert.Single(last.Buttons);
        Assert.IsType<Opening.NotForUs>(Assert.Single(_hotline.OpenAll()));
        Assert.Equal(["money+hurt", "days", "chat", "yes", "under_18", "know"], Told());
    }

    [Fact]
    public async Task In_the_middle_of_an_intake_it_leads_back_there_at_the_end()
    {
        await _person.TapAsync([.. Gate, "Not now", .. Door, "☐ Asked for money", "Next", "Not now", "Skip", "Skip", "Skip", "Skip", "Done"]);
        var complaint = await _person.TakeCodeAsync();
        await _person.SeeAsync("Your answers are with us");

        await _person.TapAsync("Back to my questions");
        await _person.SeeAsync("Who needs help?");
        await _person.TapAsync("Me");
        var code = await _person.SkipTheRestAsync();
        Assert.False((await _person.SeeAsync("Your answers are with us")).HasButton("Back to my questions"));

        Assert.NotEqual(complaint, code);
        Assert.Equal(2, _hotline.Store.Manifest(RowKind.Mailbox, null, 5).Count);
        Assert.Equal(["money", "not_now", "skipped", "skipped", "skipped", "skipped"], Told());
    }

    [Fact]
    public async Task She_can_leave_it_for_her_questions_and_come_back_to_where_it_was()
    {
        await _person.TapAsync([.. Gate, "Not now", .. Door, "Skip", "Not now"]);
        await _person.SeeAsync("Which helper was it?");
        await _person.TapAsync("More");
        Assert.False(_person.Screen[^1].HasButton("A helper hurt me"));

        await _person.TapAsync("Back to my questions");
        await _person.SeeAsync("Who needs help?");
        await _person.TapAsync(Door);
        await _person.SeeAsync("Which helper was it?");

        Assert.Equal(2, _hotline.Store.Manifest(RowKind.Cold, null, 5).Count);
    }

    /// <summary>L2 and k2 follow from k: a press that comes twice finds what the first has made.</summary>
    [Fact]
    public async Task Its_Yes_delivered_again_after_a_restart_makes_no_second_one()
    {
        await _person.TapAsync([.. Gate, "Not now", "More", "A helper hurt me"]);
        var door = await _person.SeeAsync("Yes, I want to tell it");
        var data = door.Buttons.Single(b => b.Label == "Yes, I want to tell it").Data!;
        _person.PressData(door.Id, data);
        await _person.SeeAsync("What did the helper do?");
        await _hotline.RestartServerAsync();

        _person.PressData(door.Id, data);

        await _person.SeeAsync("What did the helper do?");
        Assert.Equal(2, _hotline.Store.Manifest(RowKind.Cold, null, 5).Count);
    }

    [Fact]
    public async Task Erased_it_leaves_the_intake_that_it_was_begun_from()
    {
        await _person.TapAsync([.. Gate, "Not now", .. Door, "Skip", "Erase", "Erase everything"]);
        await _person.SeeAsync("is erased");

        await _person.TapAsync("Again", "Yes, I am alone");

        await _person.SeeAsync("Who needs help?");
        Assert.Equal("not_now", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Hidden_at_its_end_it_still_leads_back()
    {
        await _person.TapAsync([.. Gate, "Not now", .. Door, "Skip", "Skip", "Skip", "Skip", "Skip", "Skip", "Done"]);
        _ = await _person.TakeCodeAsync();
        await _person.TapAsync("Hide", "↻", "Yes, I am alone");

        await _person.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task Danger_today_stops_here_as_well()
    {
        await _person.TapAsync(["English", .. Door, "Skip", "Today"]);

        await _person.SeeAsync("A person will read this first");
        Assert.Equal("today", Told()[1]);
    }

    [Fact]
    public async Task Where_nobody_could_open_it_nothing_is_begun_and_her_questions_wait()
    {
        var nobody = await TestHotline.StartAsync(parts: parts => parts with { Recipients = (desk, day) => desk == "safeguarding" ? null : parts.Recipients(desk, day) });
        await using (nobody)
        {
            var person = nobody.World.Join("Test");
            person.Start();
            await person.TapAsync([.. Gate, "Not now", .. Door]);
            await person.SeeAsync("Nothing was lost. Please press again in a moment.");

            await person.TapAsync("Back");

            await person.SeeAsync("Who needs help?");
            Assert.Single(nobody.Store.Manifest(RowKind.Cold, null, 3));
        }
    }

    [Fact]
    public async Task From_a_mailbox_it_can_be_told_too()
    {
        await _person.TapAsync([.. Gate, "Not now"]);
        var code = await _person.SkipTheRestAsync();
        await _person.SeeAsync("Your answers are with us");
        _person.Type(code);

        await _person.TapAsync("More", "A helper hurt me", "Yes, I want to tell it");

        await _person.SeeAsync("What did the helper do?");
    }

    /// <summary>The complaint's answers by slot, as the other desk opens them.</summary>
    private string[] Told()
    {
        var form = ShippedQuestionnaire.Value.Complaint!;
        var opened = _hotline.Store.Manifest(RowKind.Cold, null, 9)
            .Select(e => IntakeOpener.Open(_hotline.Store.Find<ColdRow>(e.Place)!, _hotline.Store.Find<HotRow>(e.Place)!, _safeguarding, 2))
            .OfType<Opening.Opened>().Single();
        var reading = IntakeReading.Of(opened.Slots, ShippedQuestionnaire.Value, form, QuestionnaireHash.Of(ShippedQuestionnaire.Value.Canonical.Span));
        return [.. reading.Answers.Select(a => a.Kind is AnswerKind.Skipped ? "skipped" : string.Join('+', a.Options))];
    }
}
