using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Journeys;

/// <summary>What one person last pressed for each question; what applies is reckoned from the table of questions, not by the program.</summary>
internal sealed class HerAnswers(Form form)
{
    private readonly Dictionary<string, IReadOnlyList<int>> _chosen = [];

    /// <param name="question">Which.</param>
    /// <param name="options">None: skipped.</param>
    public void Choose(Question question, params IReadOnlyList<int> options) => _chosen[question.Id] = options;

    public void Forget() => _chosen.Clear();

    /// <summary>As <see cref="CrowdTests"/> writes what staff read.</summary>
    public override string ToString() => string.Join(' ', form.Questions.Select(q => $"{q.Id}={Told(q)}"));

    private string Told(Question question)
    {
        var flags = form.Questions
            .SelectMany(q => _chosen.GetValueOrDefault(q.Id, []).Select(o => q.Options[o].Raises))
            .Aggregate(Flags.None, (all, raised) => all.With(raised));
        if (question.When?.Holds(flags) == false || !_chosen.TryGetValue(question.Id, out var options))
        {
            return "";
        }

        return options.Count == 0 ? "skipped" : string.Join('+', options.Order().Select(o => question.Options[o].Id));
    }
}
