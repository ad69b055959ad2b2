namespace IntakeBot.Phone;

/// <summary>
/// One inline button. Without <see cref="Data"/> a tap stays on the phone: it copies a text or opens a link.
/// </summary>
public sealed record PhoneButton(string Label, string? Data, string? CopyText = null, string? Link = null);
