namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads <c>numbers.yaml</c> of a config folder; no such file means that no numbers are offered. Tells everything that is wrong at once.</summary>
public static class NumbersFile
{
    public const string Name = "numbers.yaml";

    /// <summary><paramref name="tags"/>: the questionnaire's languages, in their order; each must be complete.</summary>
    public static Checked<EmergencyNumbers> Read(string configFolder, IReadOnlyList<string> tags)
    {
        if (!File.Exists(Path.Combine(configFolder, Name)))
        {
            return new(EmergencyNumbers.None, []);
        }

        var file = SourceFile.Read(configFolder, Name);
        var numbers = new NumbersReader(tags, file.Findings).Read(file.Root);
        return file.Findings.Problems.Count > 0 ? new(null, [.. file.Findings.Problems.OrderBy(p => p.Line)]) : new(numbers, []);
    }
}
