using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Container;

/// <summary>deploy/compose.yaml says what the documented command says.</summary>
public sealed class ComposeTests
{
    private static readonly string[] Bot = Service("intakebot");

    /// <summary>Flag of docs/container.md → its line in the compose file.</summary>
    public static TheoryData<string, string> Flags => new()
    {
        { "--restart on-failure:5", "restart: on-failure:5" },
        { "--read-only", "read_only: true" },
        { "--cap-drop ALL", "cap_drop: [ALL]" },
        { "--security-opt no-new-privileges", "security_opt: [\"no-new-privileges\"]" },
        { "--ipc none", "ipc: none" },
        { "--memory 512m", "mem_limit: 512m" },
        { "--memory-swap 512m", "memswap_limit: 512m" },
        { "--pids-limit 128", "pids_limit: 128" },
        { "--ulimit core=0", "core: 0" },
        { "--ulimit memlock=1048576", "memlock: 1048576" },
        { "--ulimit nofile=4096", "nofile: 4096" },
        { "--tmpfs /tmp:rw,noexec,nosuid,nodev,size=16m", "tmpfs: [\"/tmp:rw,noexec,nosuid,nodev,size=16m\"]" },
        { "--stop-timeout 30", "stop_grace_period: 30s" },
        { "--log-driver local", "driver: local" },
        { "--log-opt max-size=5m", "options: { max-size: 5m, max-file: \"2\" }" },
        { "--log-opt max-file=2", "options: { max-size: 5m, max-file: \"2\" }" },
        { "-v /srv/intakebot/config:/config:ro", "- /srv/intakebot/config:/config:ro" },
        { "-v /srv/intakebot/keys:/keys:ro", "- /srv/intakebot/keys:/keys:ro" },
        { "-v intakebot-data:/data", "- data:/data" },
    };

    [Theory]
    [MemberData(nameof(Flags))]
    public void Each_flag_of_the_page_stands_in_the_file(string flag, string line)
    {
        Assert.Contains($" {flag} ", Command(), StringComparison.Ordinal);
        Assert.Contains(line, Bot);
    }

    [Fact]
    public void No_flag_of_the_page_is_missing_here()
    {
        var rest = Flags.Aggregate(Command(), (command, flag) => command.Replace($" {flag.Data.Item1} ", " ", StringComparison.Ordinal));

        Assert.Equal("docker run -d --name intakebot intakebot", rest.Trim());
    }

    /// <summary>Neither publishes a port, and Tor is shut in as the bot is.</summary>
    [Fact]
    public void The_onion_service_is_asked_for_and_nobody_else_comes_in()
    {
        var tor = Service("onion");

        Assert.Contains("profiles: [onion]", tor);
        Assert.All(new[] { "read_only: true", "cap_drop: [ALL]", "security_opt: [\"no-new-privileges\"]", "ipc: none", "core: 0" }, line => Assert.Contains(line, tor));
        Assert.DoesNotContain(Bot.Concat(tor), line => line.StartsWith("ports:", StringComparison.Ordinal) || line.StartsWith("privileged:", StringComparison.Ordinal));
    }

    private static string Command() => $"{string.Join(' ', DocumentedRun.Words())} ";

    /// <summary>The lines of one service, without their indent.</summary>
    private static string[] Service(string name)
    {
        var lines = File.ReadAllLines(Repository.Path("deploy", "compose.yaml"));
        return
        [
            .. lines.SkipWhile(l => l != $"  {name}:").Skip(1).TakeWhile(l => l.Length == 0 || l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l.Trim()),
        ];
    }
}
