namespace IntakeBot.Core.Questionnaires;

/// <summary>Everything there is to mend in one file, as it is found.</summary>
internal sealed class Findings(string file)
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public void Add(int line, string what) => _problems.Add(new(file, line, what));
}
