namespace IntakeBot.Desk;

/// <summary><paramref name="Kind"/>: said, skipped, none, odd or later: a class of the style sheet; the words say it too.</summary>
public sealed record ShownAnswer(string Question, IReadOnlyList<string> Lines, string Kind)
{
    public override string ToString() => nameof(ShownAnswer);
}
