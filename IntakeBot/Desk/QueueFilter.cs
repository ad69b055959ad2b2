namespace IntakeBot.Desk;

/// <summary>A link that narrows the queue, and how many it would show. <paramref name="Query"/> says nothing of a person.</summary>
public sealed record QueueFilter(string Name, string Query, int Count, bool IsOn);
