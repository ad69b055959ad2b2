namespace IntakeBot.Desk;

/// <summary><paramref name="Text"/> is in the person's language, <paramref name="Meaning"/> in the staff member's.</summary>
public sealed record ShownTemplate(string Id, string For, string Text, string Meaning);
