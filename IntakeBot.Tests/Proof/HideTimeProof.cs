using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using IntakeBot.Bench;
using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Journeys;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>No test: how long Hide takes, from the press to the cover, while nobody else is there and while many answer without pause and type codes. The real server, and every call to the simulated Telegram as long as over a real line.</summary>
public sealed class HideTimeProof
{
    private const string Name = "time-hide";
    private const int Hiding = 8;
    private const int Answering = 64;
    private const int TypingCodes = 16;
    private const double Most = 200;

    private static readonly TimeSpan Line = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(45);

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task Hide_overtakes_whatever_else_there_is()
    {
        var (alone, _) = await RunAsync(0, 0);
        var (beside, done) = await RunAsync(Answering, 0);
        var (flooded, doneInFlood) = await RunAsync(Answering, TypingCodes);

        await ProofFile.KeepAsync(
            Name,
            $"{Hiding} people walk to a question and press Hide, again and again, on the real server with its usual limits, each call to the simulated Telegram taking {Line.TotalMilliseconds:0} ms. First they are alone; then {Answering} people answer without pause beside them; then these and {TypingCodes * 10} codes a second, each from a chat of its own, that nobody has.",
            [
                .. Figures("alone", alone),
                .. Figures("beside people", beside),
                Figure.Told("screens of the others meanwhile", done),
                .. Figures("in a flood of codes", flooded),
                Figure.Told("screens of the others in the flood", doneInFlood),
                Figure.Load(),
            ]);
    }

    private static async Task<(List<double> Times, int Done)> RunAsync(int answering, int typing)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var hotline = await DemoHotline.StartAsync(0, stop);
        foreach (var method in new[] { "editMessageText", "sendMessage", "answerCallbackQuery", "deleteMessages" })
        {
            hotline.Phone.World.Weather.Delay(method, Line);
        }

        await using var reader = await hotline.ReaderAsync(stop);
        using var end = new CancellationTokenSource(Long);
        var everybody = new ConcurrentBag<ProofPerson>();
        var others = Enumerable.Range(0, answering).Select(_ => AnswerAsync(hotline, reader.Questionnaire, everybody, end.Token))
            .Concat(Enumerable.Range(0, typing).Select(_ => TypeAsync(hotline, end.Token))).ToList();
        var times = await Task.WhenAll(Enumerable.Range(0, Hiding).Select(_ => HideAsync(hotline, end.Token)));
        await Task.WhenAll(others).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ([.. times.SelectMany(t => t).Order()], everybody.Sum(p => p.Acknowledged));
    }

    private static async Task<List<double>> HideAsync(DemoHotline hotline, CancellationToken end)
    {
        var times = new List<double>();
        while (!end.IsCancellationRequested)
        {
            var person = hotline.Phone.World.Join("H");
            _ = person.Start();
            await person.TapAsync(Walks.Gate);
            _ = await person.SeeAsync("Skip");
            await Task.Delay(RandomNumberGenerator.GetInt32(100, 600), CancellationToken.None);
            var start = Stopwatch.GetTimestamp();
            _ = person.Press("Hide");
            _ = await person.WaitForScreenAsync(s => s.Count == 1 && Taps.Shows(s[0], "↻"), Taps.Patience);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private static async Task AnswerAsync(DemoHotline hotline, Questionnaire questionnaire, ConcurrentBag<ProofPerson> everybody, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var person = new ProofPerson(hotline.Phone.World.Join("P"), questionnaire, questionnaire.Languages[0]);
            everybody.Add(person);
            await person.WalkAsync(end);
        }
    }

    private static async Task TypeAsync(DemoHotline hotline, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _ = hotline.Phone.World.Join("C").Type(ReceiptCode.Draw().Show());
            await Task.Delay(TimeSpan.FromMilliseconds(100), end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static IEnumerable<Figure> Figures(string when, List<double> times) =>
    [
        Figure.Told($"Hide pressed, {when}", times.Count),
        new($"press to cover, {when}: p50", Text(times[times.Count / 2])),
        new($"press to cover, {when}: p99", Text(times[(int)(times.Count * 0.99)]), $"at most {Most + Line.TotalMilliseconds:0} ms, the line's own included", times[(int)(times.Count * 0.99)] <= Most + Line.TotalMilliseconds),
        new($"press to cover, {when}: longest", Text(times[^1])),
    ];

    private static string Text(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms");
}
