namespace IntakeBot.Tests.Support;

/// <summary>Texts that a person has looked at and approved. APPROVE=1 in the environment rewrites them, for the diff to be read.</summary>
internal static class Approved
{
    /// <param name="text">What the program says now.</param>
    /// <param name="path">The approved file, from the repository's root.</param>
    public static void Matches(string text, params string[] path)
    {
        var file = Repository.Path(path);
        var now = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(file, now);
        }

        Assert.True(File.Exists(file), $"{file} is missing: run the tests once with APPROVE=1 and read it.");
        Assert.Equal(File.ReadAllText(file), now);
    }
}
