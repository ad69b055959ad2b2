using System.Text.Json;
using IntakeBot.Tests.Cli;

namespace IntakeBot.Tests.Bench;

/// <summary>That the bench measures and loses nothing; never how fast: this machine may be busy.</summary>
public sealed class BenchTests
{
    [Fact]
    public async Task A_small_crowd_loses_nothing_and_its_figures_are_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bench reads /proc");
        var run = await CliRun.Of("bench", "--people", "3", "--seconds", "1", "--json");

        Assert.True(run.Code == 0, run.Words);
        var line = Assert.Single(Root(run).GetProperty("hotline").EnumerateArray());
        Assert.Equal(
            [
                "people", "thinkMilliseconds", "seconds", "answers", "answersPerSecond", "milliseconds", "cpuSecondsPer1000Intakes",
                "cpuSecondsPer1000Gates", "phoneCpuSecondsPer1000Intakes", "fsyncsPerAnswer", "answersPerCommit", "residentMiB",
                "peakMiB", "startMilliseconds", "intakesCompared", "lost", "loadAverage",
            ],
            line.EnumerateObject().Select(p => p.Name));
        Assert.Equal(3, line.GetProperty("people").GetInt32());
        Assert.Equal(0, line.GetProperty("lost").GetInt32());
        Assert.True(line.GetProperty("answers").GetInt32() > 0);
        Assert.True(line.GetProperty("intakesCompared").GetInt32() >= 3);
        Assert.True(line.GetProperty("fsyncsPerAnswer").GetDouble() > 0);
        Assert.True(line.GetProperty("residentMiB").GetDouble() > 0);
    }

    [Fact]
    public async Task The_store_alone_is_measured_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bench reads /proc");
        var run = await CliRun.Of("bench", "--store", "--people", "1", "4", "--seconds", "0.2", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal([1, 4], Root(run).GetProperty("store").EnumerateArray().Select(l => l.GetProperty("waiting").GetInt32()));
    }

    [Fact]
    public void An_intake_that_is_missing_changed_unreadable_or_too_many_is_counted()
    {
        Assert.Equal(0, IntakeBot.Bench.Heaps.Differences(["ab", "ab", "c."], ["c.", "ab", "ab"]));
        Assert.Equal(1, IntakeBot.Bench.Heaps.Differences(["ab", "ab"], ["ab"]));
        Assert.Equal(1, IntakeBot.Bench.Heaps.Differences(["ab"], ["a."]));
        Assert.Equal(1, IntakeBot.Bench.Heaps.Differences(["ab"], [null]));
        Assert.Equal(1, IntakeBot.Bench.Heaps.Differences([], ["ab"]));
    }

    private static JsonElement Root(CliRun run) => JsonDocument.Parse(run.Data).RootElement;
}
