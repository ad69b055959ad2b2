using IntakeBot.Core.Hotline;
using IntakeBot.Messenger;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>The real host and its Phone in a time that stands still until a test lets it pass; one person at the first question.</summary>
internal sealed class WeatherRig : IAsyncDisposable
{
    private static readonly string[] Gate = ["English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start"];

    private WeatherRig(TestHotline hotline, FakeTimeProvider time) => (Hotline, Time) = (hotline, time);

    public TestHotline Hotline { get; }

    public FakeTimeProvider Time { get; }

    public PhonePerson Person { get; private set; } = null!;

    public PhoneWorld World => Hotline.World;

    public PhoneWeather Weather => World.Weather;

    public static async Task<WeatherRig> StartAsync(FloodLimits? limits = null)
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var rig = new WeatherRig(await TestHotline.StartAsync(time: time, limits: limits), time);
        rig.Person = await rig.JoinAsync("Test");
        return rig;
    }

    /// <summary>Somebody else at the first question.</summary>
    public async Task<PhonePerson> JoinAsync(string name)
    {
        var person = World.Join(name);
        person.Start();
        await person.TapAsync(Gate);
        await person.SeeAsync("Are you in danger?");
        return person;
    }

    /// <summary>Lets time pass until it holds.</summary>
    public async Task UntilAsync(string what, Func<bool> holds, int stepMilliseconds = 100)
    {
        using var deadline = new CancellationTokenSource(Taps.Patience);
        while (!holds())
        {
            Assert.False(deadline.IsCancellationRequested, $"Waited in vain for {what}. {State}, {World.Bot.PendingUpdates} waiting, {Hotline.Outbox.Busy} busy. {Person?.Draw()}\n{string.Join('\n', Hotline.Log.Lines.TakeLast(5))}\n{string.Join('\n', World.Requests.Recent.TakeLast(12))}");
            // Not so fast that what takes real time, on a busy machine, seems to take ten minutes.
            Time.Advance(TimeSpan.FromMilliseconds(stepMilliseconds));
            await Task.Delay(1 + (stepMilliseconds / 50));
        }
    }

    /// <summary>Waits, while time stands still, until it holds.</summary>
    public static async Task NowAsync(string what, Func<bool> holds)
    {
        using var deadline = new CancellationTokenSource(Taps.Patience);
        while (!holds())
        {
            Assert.False(deadline.IsCancellationRequested, $"Waited in vain for {what}.");
            await Task.Delay(1);
        }
    }

    /// <summary>Lets so much time pass, in steps of a second, or of five where it is long.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var step = TimeSpan.FromSeconds(span > TimeSpan.FromMinutes(5) ? 5 : 1);
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            Time.Advance(step);
            await Task.Delay(1);
        }
    }

    /// <summary>Everything that has come is handled, confirmed and drawn, and the bot asks for more.</summary>
    public Task CalmAsync() => NowAsync(
        "calm", () => World.Bot is { PendingUpdates: 0, IsPolled: true } && Hotline.Outbox.Busy == 0);

    public bool Shows(string words) => Person.Screen.Count > 0 && Taps.Shows(Person.Screen[^1], words);

    public string Data(string label) => Person.Screen.Last(m => m.HasButton(label)).Buttons.First(b => b.Label == label).Data!;

    /// <summary>What the bot called besides getUpdates since then, oldest first.</summary>
    public IReadOnlyList<PhoneRequest> Calls(int since = 0) => [.. World.Requests.Recent.Where(r => r.Method != "getUpdates").Skip(since)];

    public long Polls => World.Requests.Count("getUpdates");

    public PollState State => Hotline.Health.State;

    public int LogLines(string level) => Hotline.Log.Lines.Count(l => l.StartsWith(level, StringComparison.Ordinal));

    public ValueTask DisposeAsync()
    {
        Weather.Clear();
        return Hotline.DisposeAsync();
    }
}
