using System.Text.Json;
using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>The arguments of the calls that people cause, as the Bot API names them.</summary>
internal static class LeanRequests
{
    private const int MostUpdates = 100;

    public static void GetUpdates(Utf8JsonWriter json, (int? Offset, int Seconds) poll)
    {
        if (poll.Offset is { } offset)
        {
            json.WriteNumber("offset"u8, offset);
        }

        json.WriteNumber("limit"u8, MostUpdates);
        json.WriteNumber("timeout"u8, poll.Seconds);
        AllowUpdates(json);
    }

    /// <summary>Nothing that waits is dropped: it is what people pressed.</summary>
    public static void SetWebhook(Utf8JsonWriter json, (Uri Address, string Secret) hook)
    {
        json.WriteString("url"u8, hook.Address.AbsoluteUri);
        json.WriteString("secret_token"u8, hook.Secret);
        json.WriteNumber("max_connections"u8, WebhookDoor.MaxAtOnce);
        json.WriteBoolean("drop_pending_updates"u8, value: false);
        AllowUpdates(json);
    }

    public static void SendMessage(Utf8JsonWriter json, (long Chat, Drawing Drawing) message)
    {
        json.WriteNumber("chat_id"u8, message.Chat);
        json.WriteBoolean("protect_content"u8, value: true);
        json.WriteBoolean("disable_notification"u8, value: true);
        Draw(json, message.Drawing);
    }

    public static void EditMessageText(Utf8JsonWriter json, (long Chat, int Message, Drawing Drawing) edit)
    {
        json.WriteNumber("chat_id"u8, edit.Chat);
        json.WriteNumber("message_id"u8, edit.Message);
        Draw(json, edit.Drawing);
    }

    public static void DeleteMessages(Utf8JsonWriter json, (long Chat, IReadOnlyList<int> Messages) gone)
    {
        json.WriteNumber("chat_id"u8, gone.Chat);
        json.WriteStartArray("message_ids"u8);
        foreach (var message in gone.Messages)
        {
            json.WriteNumberValue(message);
        }

        json.WriteEndArray();
    }

    public static void AnswerCallbackQuery(Utf8JsonWriter json, string callback) => json.WriteString("callback_query_id"u8, callback);

    private static void AllowUpdates(Utf8JsonWriter json)
    {
        json.WriteStartArray("allowed_updates"u8);
        json.WriteStringValue("message"u8);
        json.WriteStringValue("edited_message"u8);
        json.WriteStringValue("callback_query"u8);
        json.WriteStringValue("my_chat_member"u8);
        json.WriteEndArray();
    }

    private static void Draw(Utf8JsonWriter json, Drawing drawing)
    {
        json.WriteString("text"u8, drawing.Text);
        json.WriteStartObject("link_preview_options"u8);
        json.WriteBoolean("is_disabled"u8, value: true);
        json.WriteEndObject();
        json.WriteStartObject("reply_markup"u8);
        json.WriteStartArray("inline_keyboard"u8);
        foreach (var row in drawing.Rows)
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                json.WriteStartObject();
                json.WriteString("text"u8, button.Label);
                json.WriteString("callback_data"u8, button.Data);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
