namespace IntakeBot.Phone;

/// <summary>The part of a message that an edit may replace. <see cref="Entities"/> is a JSON array or null.</summary>
internal sealed record MessageContent(
    string Text, byte[]? Entities = null, InlineKeyboard? Keyboard = null, Attachment? Attachment = null)
{
    public bool Same(MessageContent other) =>
        Text == other.Text && Same(Entities, other.Entities) && Same(Keyboard?.Json, other.Keyboard?.Json);

    private static bool Same(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);
}
