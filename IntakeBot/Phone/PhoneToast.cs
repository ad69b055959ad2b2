namespace IntakeBot.Phone;

/// <summary>
/// What an answer to a press showed for a moment, or as a box that must be closed when <see cref="Alert"/>.
/// </summary>
public sealed record PhoneToast(string Text, bool Alert, long QueryId);
