using System.Globalization;
using System.Text.RegularExpressions;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Hardening;

/// <summary>deploy/intakebot.service, by systemd's own tool; nothing is started.</summary>
public sealed partial class SystemdUnitTests : IDisposable
{
    /// <summary>Of systemd's scale from 0, nothing is left open, to 10; what remains is listed in docs/systemd.md.</summary>
    private const double Exposure = 1.4;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_well_formed_and_leaves_no_more_open_than_is_written_down()
    {
        SkipWithout();
        var verify = await Tool.TryAsync("systemd-analyze", "verify", "--man=no", Copy(_ => { }));
        var security = await Tool.TryAsync("systemd-analyze", "security", "--offline=true", "--no-pager", Copy(_ => { }));

        Assert.Equal((0, ""), verify);
        Assert.True(Figure(security.Said) <= Exposure, security.Said);
    }

    [Fact]
    public async Task A_misspelt_line_and_a_door_left_open_are_found()
    {
        SkipWithout();
        var verify = await Tool.TryAsync("systemd-analyze", "verify", "--man=no", Copy(lines => lines.Insert(lines.IndexOf("[Service]") + 1, "NoNewPrivilege=yes")));
        var security = await Tool.TryAsync("systemd-analyze", "security", "--offline=true", "--no-pager", Copy(lines => lines.Remove("PrivateUsers=yes")));

        Assert.Contains("NoNewPrivilege", verify.Said, StringComparison.Ordinal);
        Assert.True(Figure(security.Said) > Exposure, security.Said);
    }

    /// <summary>What systemd's tool does not count.</summary>
    [Theory]
    [InlineData("LimitCORE=0")]
    [InlineData("MemorySwapMax=0")]
    [InlineData("LimitMEMLOCK=1M")]
    [InlineData("RestartPreventExitStatus=2")]
    [InlineData("Restart=on-failure")]
    [InlineData("Environment=DOTNET_EnableDiagnostics=0 DOTNET_DbgEnableMiniDump=0")]
    [InlineData("LoadCredential=telegram.token:/etc/intakebot/keys/telegram.token")]
    public void It_says(string line) => Assert.Contains(line, Lines());

    private static void SkipWithout() => Assert.SkipUnless(Tool.IsThere("systemd-analyze"), "Needs systemd-analyze: apt-get install systemd");

    private static List<string> Lines() => [.. File.ReadAllLines(Repository.Path("deploy", "intakebot.service"))];

    /// <summary>The unit with a program that is on every machine in place of ours, and with a change.</summary>
    private string Copy(Action<List<string>> change)
    {
        var lines = Lines();
        change(lines);
        var file = _folder.Of("intakebot.service");
        File.WriteAllLines(file, lines.Select(l => l.Replace("/opt/intakebot/intakebot", "/usr/bin/env", StringComparison.Ordinal)));
        return file;
    }

    private static double Figure(string said) => double.Parse(Overall().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Overall exposure level for \S+: ([0-9.]+)")]
    private static partial Regex Overall();
}
