using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Container;

/// <summary>The command of docs/container.md that runs the server, word for word, so that what an operator copies is what the tests have tried.</summary>
internal static class DocumentedRun
{
    private const string First = "docker run -d --name intakebot ";

    /// <summary>What podman 4 has no word for; the log of a test is not kept.</summary>
    private static readonly string[] DockerOnly = ["--log-driver", "--log-opt"];

    /// <summary>For podman, with these folders and further options; the image comes last.</summary>
    public static IReadOnlyList<string> Arguments(string name, string image, string config, string keys, string data, params IEnumerable<string> more)
    {
        var words = Words();
        Assert.Equal(["docker", "run", "-d", "--name", "intakebot"], words.Take(5));
        Assert.Equal("intakebot", words[^1]);
        List<string> flags = [];
        for (var at = 5; at < words.Count - 1; at++)
        {
            if (DockerOnly.Contains(words[at]))
            {
                at++;
                continue;
            }

            flags.Add(words[at]
                .Replace("/srv/intakebot/config:", $"{config}:", StringComparison.Ordinal)
                .Replace("/srv/intakebot/keys:", $"{keys}:", StringComparison.Ordinal)
                .Replace("intakebot-data:", $"{data}:", StringComparison.Ordinal));
        }

        return ["run", "-d", "--name", name, .. flags, .. more, image];
    }

    public static IReadOnlyList<string> Words()
    {
        var page = File.ReadAllText(Repository.Path("docs", "container.md"));
        var at = page.IndexOf(First, StringComparison.Ordinal);
        Assert.True(at >= 0, "docs/container.md no longer has the command that runs the server.");
        var command = page[at..page.IndexOf("\n```", at, StringComparison.Ordinal)];
        return [.. command.Replace("\\\n", " ", StringComparison.Ordinal).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
    }
}
