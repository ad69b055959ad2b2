namespace IntakeBot.Core.Conversations;

/// <summary>A screen as a person can meet it. <paramref name="Name"/> is that of its words in the language file: safe, questions.free.</summary>
public sealed record SeenScreen(string Name, Screen Screen)
{
    public bool IsQuestion => Name.StartsWith(EveryScreen.QuestionPrefix, StringComparison.Ordinal);

    public override string ToString() => Name;
}
