using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CsCheck;
using Xunit.Sdk;

namespace IntakeBot.Tests.Proof.Fuzz;

/// <summary>
/// No test: <c>./build prove fuzz</c>, with SharpFuzz's counters in the program, ten minutes for each door; FUZZ_SECONDS and FUZZ_TARGET in the environment say
/// otherwise. What takes new ways is added to the corpus, which the tests run again.
/// </summary>
public sealed class FuzzProof
{
    private const string Name = "fuzz";
    private const int Seconds = 600;

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task No_bytes_crash_hang_or_eat_memory()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SECONDS") ?? $"{Seconds}", CultureInfo.InvariantCulture);
        var only = Environment.GetEnvironmentVariable("FUZZ_TARGET");
        var figures = new List<Figure>();
        foreach (var target in FuzzTargets.All.Where(t => only is null || t.Name == only))
        {
            var run = new FuzzRun(target);
            var finding = "";
            try
            {
                var began = Stopwatch.GetTimestamp();
                run.Go(new PCG(1, (ulong)RandomNumberGenerator.GetInt32(int.MaxValue)), _ => Stopwatch.GetElapsedTime(began).TotalSeconds < seconds);
                Assert.True(run.IsGuided, "There are no counters in the program: run ./build prove fuzz.");
                FuzzCorpus.Write(target, run.Corpus);
            }
            catch (XunitException found)
            {
                finding = found.Message;
                TestContext.Current.TestOutputHelper!.WriteLine(finding);
            }

            figures.Add(new(
                $"{target.Name}: {seconds} s, {run.Pairs:N0} pairs of branches, {run.Corpus.Count:N0} inputs that took new ways; slowest {run.Slowest.TotalMilliseconds:0.0} ms, most memory {run.MostBytes / 1024:N0} KiB",
                finding.Length == 0 ? $"{run.Runs.ToString("N0", CultureInfo.InvariantCulture)} inputs, nothing found" : "something found", "no crash, nothing over 100 ms, no unbounded memory", finding.Length == 0));
        }

        if (only is null)
        {
            await ProofFile.KeepAsync(Name, "Bytes made by a fuzzer that is led by the branches they take, given to the program's own readers, in one process.", figures);
        }

        Assert.All(figures, f => Assert.True(f.Holds, f.What));
    }
}
