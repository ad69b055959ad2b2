using System.Diagnostics;
using CsCheck;

namespace IntakeBot.Tests.Proof.Fuzz;

/// <summary>The fuzzing in short: everything that was ever found interesting, and a few changes of it, the same at each run.</summary>
public sealed class FuzzTests
{
    private const int Changes = 400;
    private const int Start = 20_261_130;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_the_corpus_crashes_hangs_or_eats_memory(string name)
    {
        var target = FuzzTargets.All.Single(t => t.Name == name);
        var run = new FuzzRun(target);
        var most = target.Seeds.Count + FuzzCorpus.Read(target).Count + Changes;

        run.Go(new PCG(1, Start), r => r.Runs < most);

        Assert.True(run.Runs >= most && target.Seeds.Count > 0);
    }

    [Theory]
    [InlineData("crash")]
    [InlineData("slow")]
    [InlineData("greedy")]
    public void What_is_wrong_is_found_and_told_with_the_input(string what)
    {
        var target = new FuzzTarget(what, input =>
        {
            if (input.Contains((byte)'x'))
            {
                switch (what)
                {
                    case "crash":
                        throw new InvalidOperationException("a crash");
                    case "slow":
                        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began).TotalMilliseconds < 150;)
                        {
                            Thread.SpinWait(1000);
                        }

                        break;
                    default:
                        GC.KeepAlive(new byte[5 << 20]);
                        break;
                }
            }
        }, [[(byte)'a', (byte)'b', (byte)'c']], [[(byte)'x']]);

        var found = Assert.ThrowsAny<Exception>(() => new FuzzRun(target).Go(new PCG(1, Start), r => r.Runs < 10_000));

        Assert.Contains($"{what}: ", found.Message, StringComparison.Ordinal);
    }
}
