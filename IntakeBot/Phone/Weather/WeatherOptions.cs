namespace IntakeBot.Phone;

/// <summary>All weather that has a name. What befalls single methods is told to <see cref="PhoneWeather"/> itself.</summary>
internal static class WeatherOptions
{
    private const int RetryAfter = 3;
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(2);
    private static readonly BotReply Gone = BotReply.Error(403, "Forbidden: user is deactivated");

    public static IReadOnlyList<WeatherOption> All { get; } =
    [
        Calls("429-storm", "14", "Too many requests", new() { Status = 429, RetryAfter = RetryAfter }),
        Calls("5xx", "15", "Bad gateway", new() { Status = 502 }),
        Calls("reset-before", "15", "Cut before it is done", new() { AbortBefore = true }),
        Calls("reset-after", "16", "Cut after it is done", new() { DropResponse = true }),
        Calls("slow", "15", "Two seconds slow", new() { Delay = Slowness }),
        Method("outage", "15", "Outage", PhoneWeather.Everything, new() { AbortBefore = true }),
        Method("too-old", "18", "Answers come too late", "answerCallbackQuery", new() { Reply = SendMethods.TooOld() }),
        Calls("deactivated", "20", "Account deleted", new() { Reply = Gone }),
        Lasting("duplicates", "1", "Every update twice", static (world, on) => world.Bot.Updates.IsDoubled = on),
        Lasting("reorder", "2", "Newest update first", static (world, on) => world.Bot.Updates.IsReversed = on),
        Lasting("revoked", "21", "Token revoked", static (world, on) => world.IsRevoked = on),
        Lasting("second-poller", "22", "Somebody else polls", SecondPoller),
        Lasting("webhook", "23", "A stranger's webhook", Webhook),

        new("restart-ids", "3", "Restart update ids lower by") { Count = 5, Happen = static (world, _, lower) => world.Bot.Updates.RestartIds(lower) },
        Once("gap", "3", "Gap in update ids", static world => world.Bot.Updates.Skip(1000)),
        Once("poison", "27, 88", "Poison updates", StrangeUpdates.Poison),
        new("backlog", "58", "Backlog") { Count = 1000, Happen = static (world, _, count) => Backlog(world, count) },
        Once("group", "29", "Add to a group", StrangeUpdates.Group),
        Once("channel", "29", "Add to a channel", StrangeUpdates.Channel),
        Once("inline", "30", "Inline press", StrangeUpdates.Inline),
        Hers("forwarded-press", "31", "Press somebody else's button", StrangeUpdates.ForwardedPress),
        Hers("delete-screen", "17, 55", "Delete the chat on both sides", static (_, person) => person.DeleteChatForBoth()),
        Hers("block", "19", "Block the bot", static (_, person) => person.Block()),
        new("flood", "39", "Flood of words") { NeedsPerson = true, Count = 100, Happen = static (_, person, count) => Flood(person!, count) },
        Hers("forward", "48", "Forwarded message", StrangeUpdates.Forward),
        Hers("video", "48", "Video note", StrangeUpdates.Video),
        Hers("edit", "49", "Edited message", StrangeUpdates.Edit),
        Hers("reply", "50", "Reply to the screen", StrangeUpdates.Reply),
        Hers("reaction", "50", "Reaction", StrangeUpdates.Reaction),
        Hers("pin", "50", "Pin", StrangeUpdates.Pin),
        Hers("timer", "50", "Auto-delete timer", StrangeUpdates.Timer),
    ];

    public static WeatherOption? Find(string name) => All.FirstOrDefault(o => o.Name == name);

    private static WeatherOption Calls(string name, string cases, string words, PhoneWeather.Blow blow) =>
        Method(name, cases, words, PhoneWeather.AllButPolls, blow);

    private static WeatherOption Method(string name, string cases, string words, string method, PhoneWeather.Blow blow) =>
        Lasting(name, cases, words, (world, on) => world.Weather.Blows(name, method, on ? blow : null));

    private static WeatherOption Lasting(string name, string cases, string words, Action<PhoneWorld, bool> change) =>
        new(name, cases, words) { Switch = change };

    private static WeatherOption Once(string name, string cases, string words, Action<PhoneWorld> happen) =>
        new(name, cases, words) { Happen = (world, _, _) => happen(world) };

    private static WeatherOption Hers(string name, string cases, string words, Action<PhoneWorld, PhonePerson> happen) =>
        new(name, cases, words) { NeedsPerson = true, Happen = (world, person, _) => happen(world, person!) };

    private static void SecondPoller(PhoneWorld world, bool on)
    {
        world.Bot.IsPolledElsewhere = on;
        if (on)
        {
            world.Bot.Updates.EndPoll(PollEnd.Superseded);
        }
    }

    private static void Webhook(PhoneWorld world, bool on)
    {
        world.Bot.WebhookUrl = on ? "https://stranger.example/" : "";
        if (on)
        {
            world.Bot.Updates.EndPoll(PollEnd.WebhookSet);
        }
    }

    /// <summary>A crowd of a hundred, none of whom is on the page, each writing again and again.</summary>
    private static void Backlog(PhoneWorld world, int count)
    {
        var crowd = Enumerable.Range(0, Math.Min(count, 100)).Select(i => world.JoinUnseen($"Crowd {i}")).ToList();
        for (var i = 0; i < count; i++)
        {
            _ = crowd[i % crowd.Count].Type("/start");
        }
    }

    private static void Flood(PhonePerson person, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = person.Type(new string((char)('a' + (i % 26)), 4096));
        }
    }
}
