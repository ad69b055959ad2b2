using System.Globalization;
using IntakeBot.Bench;

namespace IntakeBot.Tests.Proof;

/// <summary>No test: the whole server killed under load, five hundred times. In short it is <c>StorageWeatherTests</c>.</summary>
public sealed class CrashServerProof
{
    private const string Name = "crash-server";
    private const int Kills = 500;
    private const int People = 16;

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task Five_hundred_kills_under_load_lose_nobodys_answer()
    {
        using var limit = ProofLimit.Start();

        var report = await ProofServer.RunAsync(Kills, People, limit.Token);

        TestContext.Current.TestOutputHelper!.WriteLine(report.ToString());
        await ProofFile.KeepAsync(
            Name,
            $"{People} people at a time answer without pause on simulated phones while the server is killed (SIGKILL) at random moments, its start included. At the end all of them finish, staff open every intake and compare it with what was pressed.",
            [Figure.Of("kills of the server", report.Kills, Kills), .. Figures(report)]);
    }

    internal static IEnumerable<Figure> Figures(ProofServerReport report) =>
    [
        Figure.Told("people", report.People),
        Figure.Told("presses after which the screen had changed", report.Answers),
        Figure.None("people whose intake is not exactly what they pressed", report.Lost),
        Figure.None("intakes with answers that are nobody's: something twice", report.Wrong),
        Figure.None("screens already left behind that came again: out of order", report.Backwards),
        Figure.None("people stuck, or at the end before they were done", report.Stranded),
        Figure.Told("presses repeated when the screen had changed", report.Repeats),
        Figure.None("repeated presses that did not bring the current screen", report.Astray.Count),
        Figure.Told("empty intakes, of a consent that was pressed twice", report.Empty),
        new("time", string.Create(CultureInfo.InvariantCulture, $"{report.Seconds / 60:0} min")),
        Figure.Load(),
    ];
}
