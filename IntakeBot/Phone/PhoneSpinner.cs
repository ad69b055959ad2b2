namespace IntakeBot.Phone;

/// <summary>A press that the bot has not answered yet: the phone shows a spinner on that button.</summary>
public sealed record PhoneSpinner(long QueryId, int MessageId, string Data, DateTimeOffset PressedAt);
