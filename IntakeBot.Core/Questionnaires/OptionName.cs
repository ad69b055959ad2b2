namespace IntakeBot.Core.Questionnaires;

/// <summary>One option of one question, by their ids; a question's id is unique in all forms.</summary>
public readonly record struct OptionName(string Question, string Option)
{
    /// <summary>As the questionnaire writes it: <c>danger.today</c>.</summary>
    public override string ToString() => $"{Question}.{Option}";
}
