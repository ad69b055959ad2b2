namespace IntakeBot.Desk;

/// <summary>Hours of one day of the week; <paramref name="Until"/> at or before <paramref name="From"/> is on the next day. Members by pseudonym.</summary>
internal sealed record Shift(DayOfWeek Day, TimeOnly From, TimeOnly Until, IReadOnlyList<string> Members);
