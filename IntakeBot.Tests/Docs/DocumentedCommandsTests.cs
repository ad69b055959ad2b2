using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Docs;

/// <summary>Each <c>intakebot …</c> and each <c>./build …</c> that a page tells somebody to type is one that the program has, with the options it has.</summary>
public sealed partial class DocumentedCommandsTests
{
    private static readonly string[] Pages =
    [
        "README.md", "CONTRIBUTING.md", "SECURITY.md", .. Directory.EnumerateFiles(Repository.Path("docs"), "*.md").Order(StringComparer.Ordinal).Select(f => $"docs/{Path.GetFileName(f)}"),
    ];

    [Fact]
    public void The_program_has_each_verb_and_option_that_a_page_names()
    {
        var root = CommandLine.Root(ArgonProfile.Tiny, TimeProvider.System);
        var commands = Pages.SelectMany(p => Commands(File.ReadAllText(Repository.Path(p))).Select(c => (Page: p, Command: c))).ToList();

        Assert.True(commands.Count > 90, $"Only {commands.Count} commands were found.");
        Assert.Empty(commands.SelectMany(c => Strange(root.Parse(c.Command)).Select(token => $"{c.Page}: intakebot {c.Command}: {token}")));
    }

    [Fact]
    public void The_build_has_each_of_its_verbs()
    {
        var verbs = BuildCase().Matches(File.ReadAllText(Repository.Path("build"))).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Empty(Pages.SelectMany(p => BuildVerb().Matches(File.ReadAllText(Repository.Path(p))).Select(m => m.Groups[1].Value).Where(v => !verbs.Contains(v)).Select(v => $"{p}: {v}")));
    }

    [Theory]
    [InlineData("Say `intakebot serve --confg DIR`.", "--confg,DIR")]
    [InlineData("```\nsudo /opt/intakebot/intakebot keys nwe a.identity   # makes it\n```\n", "nwe,a.identity")]
    [InlineData("```\ndocker run -v a:/data intakebot chek --offline\n```\n", "chek,--offline")]
    [InlineData("```\nintakebot health --live && sudo rm x\n```\n", "")]
    public void What_it_does_not_have_is_found(string page, string strange)
    {
        var root = CommandLine.Root(ArgonProfile.Tiny, TimeProvider.System);

        Assert.Equal(strange, string.Join(',', Commands(page).SelectMany(c => Strange(root.Parse(c)))));
    }

    /// <summary>What stands behind the program's name, in grey blocks and within sentences.</summary>
    private static IEnumerable<string> Commands(string page)
    {
        var blocks = Block().Matches(page).SelectMany(m => m.Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'));
        var sentences = Inline().Matches(Block().Replace(page, "")).Select(m => m.Groups[1].Value);
        return blocks.Concat(sentences).SelectMany(line => Typed().Matches(line)).Select(m => Optional().Replace(m.Groups[1].Value, " ").Trim());
    }

    /// <summary>Words of a command that fit nowhere, or are an option that its verb does not have.</summary>
    private static IEnumerable<string> Strange(ParseResult result) =>
        result.UnmatchedTokens.Concat(result.Tokens.Where(t => t.Type != TokenType.Option && t.Value.StartsWith("--", StringComparison.Ordinal)).Select(t => t.Value)).Distinct();

    [GeneratedRegex("^ *```.*?^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Inline();

    /// <summary>By its name alone, by a path, or as the image of a container; up to a comment or the next command.</summary>
    [GeneratedRegex("""(?:^ *(?:\d+\. ```)? *|/|sudo |:\S+ )intakebot ([a-z][^#&|;"]*(?:"[^"]*"[^#&|;"]*)*)""")]
    private static partial Regex Typed();

    [GeneratedRegex(@"[\[\]…]")]
    private static partial Regex Optional();

    [GeneratedRegex("(?:^|[`\\s])\\./build ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex BuildVerb();

    [GeneratedRegex("^  ([a-z]+)\\)", RegexOptions.Multiline)]
    private static partial Regex BuildCase();
}
