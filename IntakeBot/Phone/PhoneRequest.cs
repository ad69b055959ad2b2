namespace IntakeBot.Phone;

/// <summary>
/// One call of the bot. <see cref="Status"/> is 0 where the connection was cut before the call was looked at.
/// </summary>
public sealed record PhoneRequest(string Method, long? ChatId, int Status, DateTimeOffset At);
