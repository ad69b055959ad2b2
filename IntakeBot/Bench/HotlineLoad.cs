using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace IntakeBot.Bench;

/// <summary>
/// One run: a fresh hotline, the server and the phone as two processes of their own; first everybody passes the gate, then the
/// questions are answered, then the server is killed and all that it stored is opened and compared with what was pressed. So many as are to be open
/// beside have passed the gate before, and only wait.
/// </summary>
internal sealed class HotlineLoad(int people, TimeSpan think, TimeSpan time, bool echo, int open = 0)
{
    private const double Intakes = 1000;

    public async Task<BenchLine> RunAsync(CancellationToken stop)
    {
        var load = ProcessUse.Load();
        using var hotline = new BenchHotline();
        await using var phone = Child.Start(
            new Dictionary<string, string>(), "bench", "phone", "--people", Text(people), "--think", Text(think.TotalMilliseconds));
        var address = await phone.HearAsync(stop);
        var start = Stopwatch.GetTimestamp();
        await using var server = Child.Start(
            new Dictionary<string, string>
            {
                ["INTAKEBOT__Telegram__BaseUrl"] = new Uri(address).GetLeftPart(UriPartial.Authority),
                ["INTAKEBOT__Telegram__TokenFile"] = hotline.TokenFile,
                // Standard output is for the figures.
                ["INTAKEBOT__Logs__Format"] = "text",
                ["INTAKEBOT__Telegram__DrawsPerSecond"] = "0",
                ["INTAKEBOT__Floods__PressesPerSecond"] = "0",
                ["INTAKEBOT__Floods__AllPressesPerSecond"] = "0",
                ["INTAKEBOT__Floods__AllStartsPerSecond"] = "0",
                ["INTAKEBOT__Floods__AllConsentsPerSecond"] = "0",
            },
            "bench", echo ? "echo" : "serve", "--config", hotline.Keys.ConfigFolder, "--data", hotline.Keys.DataFolder);
        _ = await phone.AskAsync(BenchPhone.Polled, stop);
        var started = Stopwatch.GetElapsedTime(start);

        // Both phases once to warm up; what is measured is a program that has run for a while.
        _ = await PhaseAsync(phone, BenchPhone.Gate, time / 2, stop);
        var warm = await PhaseAsync(phone, BenchPhone.Answers, time / 2, stop);
        for (var opened = 0; opened < open;)
        {
            opened += (await PhaseAsync(phone, BenchPhone.Gate, time, stop)).DoneInAll;
        }

        var beforeGate = ProcessUse.Of(server.Id);
        var gate = await PhaseAsync(phone, BenchPhone.Gate, time, stop);
        var (before, phoneBefore, tally) = (ProcessUse.Of(server.Id), ProcessUse.Of(phone.Id), StoreTally.Parse(await server.AskAsync("", stop)));
        var answers = await PhaseAsync(phone, BenchPhone.Answers, time, stop);
        var (after, phoneAfter, counted) = (ProcessUse.Of(server.Id), ProcessUse.Of(phone.Id), StoreTally.Parse(await server.AskAsync("", stop)).Since(tally));

        await server.KillAsync();
        var pressed = (await phone.AskAsync(BenchPhone.Pressed, stop)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lost = (echo ? 0 : Heaps.Differences(pressed, await hotline.OpenAllAsync(stop))) + warm.Unanswered + gate.Unanswered + answers.Unanswered;
        var thousands = answers.DoneInAll / (Intakes * BenchQuestionnaire.Questions);
        return new()
        {
            People = people,
            ThinkMilliseconds = think.TotalMilliseconds,
            Seconds = Math.Round(answers.Seconds, 2),
            Answers = answers.Done,
            AnswersPerSecond = Math.Round(answers.Done / answers.Seconds),
            Milliseconds = answers.Times,
            CpuSecondsPer1000Intakes = Math.Round((after.CpuSeconds - before.CpuSeconds) / thousands, 2),
            CpuSecondsPer1000Gates = Math.Round((before.CpuSeconds - beforeGate.CpuSeconds) / (gate.DoneInAll / Intakes), 2),
            PhoneCpuSecondsPer1000Intakes = Math.Round((phoneAfter.CpuSeconds - phoneBefore.CpuSeconds) / thousands, 2),
            FsyncsPerAnswer = Math.Round((double)counted.Flushes / answers.DoneInAll, 3),
            AnswersPerCommit = Math.Round((double)counted.Changes / Math.Max(1, counted.Commits), 1),
            ResidentMiB = Math.Round(after.ResidentMiB),
            PeakMiB = Math.Round(after.PeakMiB),
            StartMilliseconds = Math.Round(started.TotalMilliseconds),
            IntakesCompared = echo ? 0 : pressed.Length,
            Lost = lost,
            LoadAverage = load,
        };
    }

    private static async Task<PhaseResult> PhaseAsync(Child phone, string phase, TimeSpan time, CancellationToken stop) =>
        JsonSerializer.Deserialize(await phone.AskAsync($"{phase} {Text(time.TotalSeconds)}", stop), BenchJson.Lines.PhaseResult)!;

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
