namespace IntakeBot.Desk;

/// <summary>One member on one day: by her own traces, and by the server's log.</summary>
public sealed record AuditDay(string Day, string Member, int Opened, int Replied, int TakenOut, int Traces, string Events, string Replies, string Fetched, string? Odd);
