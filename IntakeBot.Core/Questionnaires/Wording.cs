namespace IntakeBot.Core.Questionnaires;

/// <summary>One way to ask a question; <paramref name="When"/> null: whenever no earlier wording fits.</summary>
public sealed record Wording(Condition? When, string Text);
