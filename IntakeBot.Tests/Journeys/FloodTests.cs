using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>One chat that sends more than a person can is not heard for a while; nobody else notices, and Hide has no limit.</summary>
public sealed class FloodTests : IAsyncDisposable
{
    private WeatherRig? _rig;

    private WeatherRig Rig => _rig!;

    private PhonePerson Person => Rig.Person;

    private Floods Floods => Rig.Hotline.Hotline.Floods;

    public ValueTask DisposeAsync() => _rig?.DisposeAsync() ?? default;

    [Fact]
    public async Task A_hundred_presses_a_second_in_one_chat_are_answered_but_not_handled_and_nothing_is_lost()
    {
        await StartAsync(new() { PressBurst = 8 });
        var other = await Rig.JoinAsync("Other");
        var (screen, skip, today) = (Person.Screen[^1].Id, Rig.Data("Skip"), Rig.Data("Today"));
        var forged = skip[..^4] + "AAAA";
        Press(Person, screen, forged, 4);
        await Rig.CalmAsync();
        var (row, edits) = (Rows(), Rig.World.Requests.Count("editMessageText"));

        // All of these are genuine: each would be stored, if one were handled.
        Press(Person, screen, today, 100);
        other.PressData(other.Screen[^1].Id, other.Screen[^1].Buttons.First(b => b.Label == "Not now").Data!);
        Press(Person, screen, today, 100);

        await other.SeeAsync("Who needs help?");
        await Rig.CalmAsync();
        Assert.Equal(edits + 1, Rig.World.Requests.Count("editMessageText"));
        Assert.Single(Rows().Except(row));
        Assert.True(Rig.Shows("Are you in danger?"));
        Assert.InRange(Person.Spinners.Count, 0, 192);

        Rig.Time.Advance(TimeSpan.FromSeconds(1));
        Person.PressData(screen, today);
        await Person.SeeAsync("A person will read");
        await Rig.CalmAsync();
        Assert.Contains(Rig.Hotline.AllAnswers(), a => a["danger"] == "today");
    }

    [Fact]
    public async Task Over_every_limit_Hide_hides_at_once()
    {
        await StartAsync(new() { PressBurst = 5, TextBurst = 1, StartsPerHour = 1 });
        var (screen, skip, hide) = (Person.Screen[^1].Id, Rig.Data("Skip"), Rig.Data("Hide"));
        Press(Person, screen, skip[..^4] + "AAAA", 200);
        await Rig.CalmAsync();

        Person.PressData(screen, hide);

        await Person.SeeAsync("↻");
        await Rig.CalmAsync();
        Person.Type("/hide");
        await Person.WaitForScreenAsync(s => s.Count == 1 && Taps.Shows(s[0], "↻"), Taps.Patience);
    }

    [Fact]
    public async Task Words_over_the_limit_are_deleted_and_show_nothing()
    {
        await StartAsync(new() { TextBurst = 2 });
        var newcomer = Rig.World.Join("New");
        newcomer.Start();
        await newcomer.SeeAsync("English");
        await Rig.CalmAsync();
        var edits = Drawn();
        for (var i = 0; i < 50; i++)
        {
            newcomer.Type("words");
        }

        await newcomer.WaitForScreenAsync(s => !s.Any(m => m.FromPerson), Taps.Patience);
        await Rig.CalmAsync();

        Assert.InRange(Drawn() - edits, 1, 2);
    }

    [Fact]
    public async Task Starts_over_the_limit_are_deleted_until_it_fills_again()
    {
        await StartAsync(new() { StartsPerHour = 2 });
        var newcomer = Rig.World.Join("New");
        for (var i = 0; i < 6; i++)
        {
            newcomer.Start();
            await newcomer.WaitForScreenAsync(s => s.Count == 1 && !s[0].FromPerson, Taps.Patience);
            await Rig.CalmAsync();
        }

        Assert.Equal(2, Sent());
        Rig.Time.Advance(TimeSpan.FromMinutes(31));
        newcomer.Start();
        await WeatherRig.NowAsync("a fresh screen", () => Sent() == 3);

        int Sent() => Rig.Calls().Count(c => c.Method == "sendMessage" && c.ChatId == newcomer.Id);
    }

    [Fact]
    public async Task Ten_thousand_starts_store_nothing_and_are_forgotten()
    {
        await StartAsync(new() { AllStartsPerSecond = 0 });
        var (hotline, rows) = (Rig.Hotline.Hotline, Rows());
        for (var i = 0; i < 10_000; i++)
        {
            Assert.True(Floods.TryStart(1_000_000 + i));
            _ = await hotline.SayAsync(1_000_000 + i, new IntakeBot.Core.Conversations.Said.Start());
        }

        Assert.Equal(rows, Rows());
        Assert.InRange(Floods.Count, 10_000, 10_001);
        Rig.Time.Advance(TimeSpan.FromMinutes(31));
        hotline.Sweep();
        Assert.Equal((0, 0), (Floods.Count, hotline.ChatCount));
    }

    [Fact]
    public async Task Consents_over_the_limit_store_nothing_and_say_later()
    {
        await StartAsync(new() { PressesPerSecond = 0, ConsentsPerHour = 2 });
        var busy = Rig.World.Join("Busy");
        for (var i = 0; i < 2; i++)
        {
            await BeginAsync(busy, i == 0);
            await busy.SeeAsync("Are you in danger?");
            await busy.SkipTheRestAsync();
            await busy.SeeAsync("Your answers are with us");
        }

        var rows = Rows();
        await BeginAsync(busy, first: false);
        await busy.SeeAsync(English.Screens[ScreenName.Later].Trim());
        await Rig.CalmAsync();
        Assert.Equal(rows, Rows());
        _ = await Rig.JoinAsync("Other");
        Assert.Equal(rows.Count + 1, Rows().Count);

        await busy.TapAsync("Hide");
        await busy.SeeAsync("↻");
        Rig.Time.Advance(TimeSpan.FromMinutes(31));
        await BeginAsync(busy, first: true);
        await busy.SeeAsync("Are you in danger?");
    }

    [Fact]
    public void Over_all_chats_each_kind_has_a_bucket_that_fills_again()
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var floods = new Floods(new() { AllPressesPerSecond = 5, AllTextsPerSecond = 2, AllStartsPerSecond = 3, AllConsentsPerSecond = 0.01 }, time);
        int Taken(Func<long, bool> take) => Enumerable.Range(1, 1000).Count(person => take(person));
        bool Consents(long person)
        {
            var may = floods.MayConsent(person);
            if (may)
            {
                floods.Consented(person);
            }

            return may;
        }

        Assert.Equal((10, 4, 6, 6), (Taken(floods.TryPress), Taken(floods.TryText), Taken(floods.TryStart), Taken(Consents)));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((5, 2, 3, 0), (Taken(floods.TryPress), Taken(floods.TryText), Taken(floods.TryStart), Taken(Consents)));
        time.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(1, Taken(Consents));
    }

    [Fact]
    public void What_one_chat_sends_over_its_own_limit_takes_nothing_from_the_others()
    {
        var floods = new Floods(new() { AllPressesPerSecond = 50 }, new FakeTimeProvider());
        Assert.Equal(20, Enumerable.Range(0, 10_000).Count(_ => floods.TryPress(7)));

        Assert.Equal(80, Enumerable.Range(100, 200).Count(person => floods.TryPress(person)));
    }

    [Fact]
    public async Task Consents_of_many_chats_leave_the_disk_bounded()
    {
        await StartAsync(new() { AllConsentsPerSecond = 0.05 });
        var (hotline, before) = (Rig.Hotline.Hotline, Rows().Count);
        var later = 0;
        for (var i = 0; i < 200; i++)
        {
            var chat = 1_000_000 + i;
            var shown = await hotline.SayAsync(chat, new IntakeBot.Core.Conversations.Said.Start());
            foreach (var label in Walks.Gate)
            {
                shown = await hotline.PressAsync(chat, shown.Drawing!.Rows.SelectMany(r => r).First(b => b.Label == label).Data);
            }

            later += shown.Drawing!.Text.StartsWith(English.Screens[ScreenName.Later].Trim(), StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Equal((29, 171), (Rows().Count - before, later));
    }

    [Fact]
    public async Task Staff_read_how_busy_the_hour_was()
    {
        await StartAsync(new() { BusyPerHour = 3, FloodPerHour = 6 });
        foreach (var name in new[] { "One", "Two", "Three", "Four" })
        {
            _ = await Rig.JoinAsync(name);
        }

        // Starts and consents before each consent: 1, 3, 5, 7, 9.
        Assert.Equal([0, 0, 1, 2, 2], Bursts());
        Rig.Time.Advance(TimeSpan.FromMinutes(61));
        _ = await Rig.JoinAsync("Later");
        Assert.Equal([0, 0, 0, 1, 2, 2], Bursts());
    }

    [Fact]
    public async Task Where_200_chats_wait_to_be_drawn_Hide_is_the_next_call()
    {
        await StartAsync(new());
        await Rig.CalmAsync();
        var (screen, hide) = (Person.Screen[^1].Id, Rig.Data("Hide"));
        Rig.Hotline.DrawsPerSecond = 1;
        await Rig.Hotline.RestartServerAsync();
        for (var i = 0; i < 200; i++)
        {
            _ = Rig.World.Join($"Waiting {i}").Start();
        }

        await Rig.UntilAsync("all to wait", () => Rig.World.Bot is { PendingUpdates: 0, IsPolled: true } && Rig.Hotline.Outbox.Busy > 190, stepMilliseconds: 10);
        var (busy, calls) = (Rig.Hotline.Outbox.Busy, Rig.Calls().Count);
        Person.PressData(screen, hide);
        await WeatherRig.NowAsync("Hide to wait", () => Rig.Hotline.Outbox.Busy == busy + 1);
        await Task.Delay(20);

        await Rig.UntilAsync("the next call", () => Rig.Calls().Count > calls);

        Assert.Equal(("editMessageText", (long?)Person.Id), (Rig.Calls(calls)[0].Method, Rig.Calls(calls)[0].ChatId));
        Assert.True(Rig.Shows("↻"));
    }

    [Fact]
    public void A_chat_is_forgotten_once_that_changes_nothing()
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var floods = new Floods(new(), time);
        Assert.True(floods.TryPress(7));
        floods.Sweep();
        Assert.Equal(1, floods.Count);
        time.Advance(TimeSpan.FromSeconds(1));
        floods.Sweep();
        Assert.Equal(0, floods.Count);

        for (var i = 0; i < 6; i++)
        {
            Assert.True(floods.MayConsent(7));
            floods.Consented(7);
        }

        Assert.False(floods.MayConsent(7));
        time.Advance(TimeSpan.FromMinutes(59));
        floods.Sweep();
        Assert.Equal(1, floods.Count);
        time.Advance(TimeSpan.FromMinutes(2));
        floods.Sweep();
        Assert.Equal(0, floods.Count);
    }

    private static Language English => ShippedQuestionnaire.Value.Languages.First(l => l.Name == "English");

    private static void Press(PhonePerson person, int screen, string data, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _ = person.PressData(screen, data);
        }
    }

    private static async Task BeginAsync(PhonePerson person, bool first)
    {
        person.Start();
        await person.TapAsync(first ? Walks.Gate : Walks.Gate[1..]);
    }

    private async Task StartAsync(FloodLimits limits)
    {
        _rig = await WeatherRig.StartAsync(limits);
        await Rig.CalmAsync();
    }

    private long Drawn() => Rig.World.Requests.Count("editMessageText") + Rig.World.Requests.Count("sendMessage");

    private List<RowVersion> Rows() => [.. Rig.Hotline.Store.Manifest(RowKind.Hot, null, 1000).Select(e => e.Version)];

    private IEnumerable<int> Bursts() =>
        Rig.Hotline.OpenAll().Select(o => (int)Heading.Decode(Assert.IsType<Opening.Opened>(o).Slots[Slot.Heading])!.Burst).Order();
}
