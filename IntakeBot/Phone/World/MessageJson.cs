using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>Writes the <c>Message</c> object of the Bot API.</summary>
internal static class MessageJson
{
    public static byte[] Write(PhoneChat chat, StoredMessage message) =>
        JsonBytes.Write((chat, message), static (writer, m) => Write(writer, m.chat, m.message));

    /// <summary>What a press on a message that is gone carries instead of it.</summary>
    public static byte[] WriteInaccessible(PhoneChat chat, int messageId) =>
        JsonBytes.Write((chat, messageId), static (writer, m) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("message_id"u8, m.messageId);
            writer.WriteRaw("chat"u8, m.chat.ChatJson);
            writer.WriteNumber("date"u8, 0);
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, PhoneChat chat, StoredMessage message)
    {
        writer.WriteStartObject();
        writer.WriteNumber("message_id"u8, message.Id);
        writer.WriteRaw("from"u8, message.FromPerson ? chat.PersonJson : chat.Bot.UserJson);
        writer.WriteRaw("chat"u8, chat.ChatJson);
        writer.WriteNumber("date"u8, message.SentAt.ToUnixTimeSeconds());
        if (message.EditedAt is { } edited)
        {
            writer.WriteNumber("edit_date"u8, edited.ToUnixTimeSeconds());
        }

        if (message.Forwarded is { } forwarded)
        {
            writer.WriteRaw("forward_origin"u8, forwarded.Origin);
            writer.WriteRaw("forward_from"u8, forwarded.From);
        }

        if (message.ProtectContent)
        {
            writer.WriteBoolean("has_protected_content"u8, value: true);
        }

        WriteContent(writer, message.Content);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, MessageContent content)
    {
        if (content.Attachment is { } attachment)
        {
            writer.WritePropertyName(attachment.Kind);
            writer.WriteRawValue(attachment.Json, skipInputValidation: true);
        }

        if (content.Attachment is null || content.Text.Length > 0)
        {
            writer.WriteString(content.Attachment is null ? "text"u8 : "caption"u8, content.Text);
        }

        if (content.Entities is not null)
        {
            writer.WriteRaw(content.Attachment is null ? "entities"u8 : "caption_entities"u8, content.Entities);
        }

        if (content.Keyboard is not null)
        {
            writer.WriteRaw("reply_markup"u8, content.Keyboard.Json);
        }
    }
}
