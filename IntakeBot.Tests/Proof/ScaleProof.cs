using System.Diagnostics;
using System.Globalization;
using IntakeBot.Bench;
using IntakeBot.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>No test: what an answer costs from one person to ten thousand, beside ten thousand open intakes, and after an outage. Figures of time mean little on a busy machine; ratios within one run mean more.</summary>
public sealed class ScaleProof
{
    private const string Name = "scale";
    private const int Open = 10_000;
    private const int PeopleBesideOpen = 64;
    private const int PeopleOfBacklog = 1_000;
    private const int AnswersOfThousand = 1_000 * BenchQuestionnaire.Questions;
    private const double Flat = 1.5;

    private static readonly int[] Crowds = [1, 10, 100, 1_000, 10_000];
    private static readonly int[] Backlogs = [1_000, 10_000, 100_000];
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(15);

    private readonly List<ScaleLine> _lines = [];
    private int _lost;

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task What_an_answer_costs_stays_flat()
    {
        using var limit = ProofLimit.Start();
        foreach (var people in Crowds.TakeWhile(_ => !limit.IsCancellationRequested))
        {
            await CrowdAsync(Count(people, people == 1 ? "person" : "people at once"), people, 0);
        }

        var crowds = _lines.Count;
        if (!limit.IsCancellationRequested)
        {
            await CrowdAsync($"{PeopleBesideOpen} people, no other open", PeopleBesideOpen, 0);
            await CrowdAsync(Count(Open, "open beside them"), PeopleBesideOpen, Open);
        }

        var backlogs = _lines.Count;
        foreach (var updates in Backlogs.TakeWhile(_ => !limit.IsCancellationRequested))
        {
            await BacklogAsync(updates);
        }

        await File.WriteAllTextAsync(
            Path.Combine(Directory.CreateDirectory(ProofFile.Folder).FullName, $"{Name}.svg"), ScaleChart.Svg(_lines, $"From one person to ten thousand, load of the machine {Figure.Load().Value}"), TestContext.Current.CancellationToken);
        await ProofFile.KeepAsync(
            Name,
            $"The bench of docs/performance.md for {Long.TotalSeconds} s each, with more and more people at once; then beside open intakes of people who only wait; then a server that finds a backlog of /start from {PeopleOfBacklog:N0} people. What a step costs is compared with another one of the same run.",
            [
                .. _lines.Select(l => new Figure(l.What, Text($"{l.CpuMilliseconds:0.000} CPU ms, {l.MiB:0} MiB, {l.Times}"))),
                Figure.Of("steps", _lines.Count, Crowds.Length + 2 + Backlogs.Length),
                .. Ratio("cost of an answer, the most people to 100", _lines.Take(crowds).ElementAtOrDefault(2), _lines.Take(crowds).LastOrDefault(), l => l.CpuMilliseconds),
                .. Ratio("cost of an answer, beside open intakes to none", _lines.ElementAtOrDefault(crowds), _lines.ElementAtOrDefault(crowds + 1), l => l.CpuMilliseconds),
                .. Ratio("cost of an update, the longest backlog to the shortest", _lines.ElementAtOrDefault(backlogs), _lines.Skip(backlogs).LastOrDefault(), l => l.CpuMilliseconds),
                .. Ratio("memory, the longest backlog to the shortest", _lines.ElementAtOrDefault(backlogs), _lines.Skip(backlogs).LastOrDefault(), l => l.MiB),
                Figure.None("answers lost, or presses that brought no screen in two minutes", _lost),
                Figure.Load(),
            ]);
    }

    private async Task CrowdAsync(string what, int people, int open)
    {
        var line = await new HotlineLoad(people, TimeSpan.Zero, Long, echo: false, open).RunAsync(TestContext.Current.CancellationToken);
        _lost += line.Lost;
        if (line.Answers == 0)
        {
            return;
        }

        _lines.Add(new(what, line.CpuSecondsPer1000Intakes * 1000 / AnswersOfThousand, line.ResidentMiB, Text($"{line.AnswersPerSecond:N0} answers/s, p50 {line.Milliseconds.P50:0.0} and p99 {line.Milliseconds.P99:0.0} ms")));
    }

    private async Task BacklogAsync(int updates)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var hotline = await DemoHotline.StartAsync(0, stop);
        await hotline.Server.KillAsync();
        ProofServer.Unlimit(hotline);
        var people = Enumerable.Range(0, PeopleOfBacklog).Select(_ => hotline.Phone.World.Join("Backlog")).ToList();
        for (var update = 0; update < updates; update++)
        {
            _ = people[update % people.Count].Type("/start");
        }

        var start = Stopwatch.GetTimestamp();
        await hotline.Server.StartAsync(stop);
        while (hotline.Phone.World.Bot.PendingUpdates > 0)
        {
            await Task.Delay(20, stop);
        }

        var (seconds, use) = (Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessUse.Of(hotline.Server.Id));
        foreach (var person in people)
        {
            _ = await person.WaitForScreenAsync(s => s.Any(m => !m.FromPerson), Taps.Patience);
        }

        _lines.Add(new(Count(updates, "updates waiting"), use.CpuSeconds * 1000 / updates, use.PeakMiB, Text($"drained in {seconds:0.0} s")));
    }

    private static IEnumerable<Figure> Ratio(string what, ScaleLine? from, ScaleLine? to, Func<ScaleLine, double> of) =>
        from is null || to is null || ReferenceEquals(from, to) ? []
            : [new(what, Text($"{of(to) / of(from):0.00}"), Text($"at most {Flat}"), of(to) <= Flat * of(from))];

    private static string Count(int number, string of) => Text($"{number:N0} {of}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
