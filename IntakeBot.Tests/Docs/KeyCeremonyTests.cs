using System.Text.RegularExpressions;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Docs;

/// <summary>The sheet of the key ceremony: each command on it is typed, in its order, for two members and a recovery sheet at each of the two desks.</summary>
public sealed partial class KeyCeremonyTests
{
    private static readonly (string Name, string Desk)[] Members = [("ada", "hotline"), ("ben", "hotline"), ("cho", "safeguarding"), ("dea", "safeguarding")];

    [Fact]
    public async Task Its_commands_end_with_a_roster_that_the_server_takes()
    {
        await using var shell = await PageShell.StartAsync();
        _ = await shell.RunAsync("intakebot init server\ncp -r server/config config");
        foreach (var (name, _) in Members)
        {
            _ = await shell.RunAsync($"intakebot keys new {name}.identity\nintakebot keys public {name}.identity --out {name}.json");
        }

        var sheet = await File.ReadAllTextAsync(Repository.Path("docs", "key-ceremony.md"));
        var commands = sheet.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).SelectMany(l => Command().Matches(l)).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(8, commands.Count);
        foreach (var line in commands.SelectMany(ForEach))
        {
            _ = await shell.RunAsync(line);
        }

        _ = await shell.RunAsync("cp config/roster.json config/roster.sig config/organisation.pub server/config/\ncp config/members/* server/config/members/\ncd server\ntouch keys/telegram.token\nintakebot roster check");
        Assert.Equal(6, Directory.GetFiles(Path.Combine(shell.Work, "server", "config", "members")).Length);
    }

    /// <summary>A line with a FILE is for each member, one with a SHEET for each desk.</summary>
    private static IEnumerable<string> ForEach(string command) =>
        command.Contains("FILE", StringComparison.Ordinal) ? Members.Select(m => Fill(command, m.Name, m.Desk))
        : command.Contains("SHEET", StringComparison.Ordinal) ? Members.Select(m => m.Desk).Distinct().Select(d => Fill(command, $"safe-{d}", d))
        : [command];

    private static string Fill(string command, string name, string desk) => command
        .Replace("FILE", $"{name}.json", StringComparison.Ordinal).Replace("SHEET", name, StringComparison.Ordinal)
        .Replace("NAME", name, StringComparison.Ordinal).Replace("DESK", desk, StringComparison.Ordinal);

    [GeneratedRegex("`(intakebot [^`]+)`")]
    private static partial Regex Command();
}
