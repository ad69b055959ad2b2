using System.Diagnostics;
using System.Text.RegularExpressions;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Operator;

/// <summary>The alert rules, by Prometheus' own tool.</summary>
public sealed partial class AlertTests
{
    private const string Missing = "promtool is not here: install the package prometheus.";

    private static string Folder => Repository.Path("deploy", "prometheus");

    [Theory]
    [InlineData("check", "rules", "intakebot.rules.yml")]
    [InlineData("test", "rules", "intakebot.rules.test.yml")]
    public async Task The_rules_are_well_formed_and_each_fires_when_it_should(string verb, string what, string file)
    {
        var (code, said) = await PromtoolAsync(null, verb, what, file);

        Assert.True(code == 0 && said.Contains("SUCCESS", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task An_alert_that_does_not_fire_is_noticed()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.Of("intakebot.rules.yml"), Read("intakebot.rules.yml").Replace("intakebot_ready == 0", "intakebot_ready == 2", StringComparison.Ordinal));
        File.Copy(Path.Combine(Folder, "intakebot.rules.test.yml"), folder.Of("tests.yml"));

        var (code, _) = await PromtoolAsync(folder.Path, "test", "rules", "tests.yml");

        Assert.Equal(1, code);
    }

    [Fact]
    public void Each_alert_is_tried_firing_and_quiet_and_says_what_to_do()
    {
        var alerts = Alert().Matches(Read("intakebot.rules.yml")).Select(m => m.Groups[1].Value).ToList();
        var tries = Read("intakebot.rules.test.yml");

        Assert.True(alerts.Count > 10);
        Assert.All(alerts, a =>
        {
            var own = tries.Split("- alertname: ").Where(t => t.StartsWith($"{a}\n", StringComparison.Ordinal)).ToList();
            _ = Assert.Single(own, t => t.Contains("exp_alerts: []", StringComparison.Ordinal));
            _ = Assert.Single(own, t => t.Contains("action: ", StringComparison.Ordinal));
        });
        var page = File.ReadAllText(Repository.Path("docs", "health.md"));
        Assert.All(alerts, a => Assert.Contains($"| `{a}` |", page, StringComparison.Ordinal));
    }

    internal static async Task<(int Code, string Said)> PromtoolAsync(string? folder, params string[] arguments)
    {
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "promtool"))), Missing);
        using var tool = Process.Start(new ProcessStartInfo("promtool", arguments)
        {
            WorkingDirectory = folder ?? Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        tool.StandardInput.Close();
        var said = await Task.WhenAll(tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());
        await tool.WaitForExitAsync();
        return (tool.ExitCode, string.Concat(said));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    [GeneratedRegex("- alert: (.+)")]
    private static partial Regex Alert();
}
