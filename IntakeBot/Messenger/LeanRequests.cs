using System.Text.Json;
using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>The arguments of the calls that every press makes, as the Bot API names them.</summary>
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
        json.WriteStartArray("allowed_updates"u8);
        json.WriteStringValue("message"u8);
        json.WriteStringValue("edited_message"u8);
        json.WriteStringValue("callback_query"u8);
        json.WriteStringValue("my_chat_member"u8);
        json.WriteEndArray();
    }

    public static void EditMessageText(Utf8JsonWriter json, (long Chat, int Message, Drawing Drawing) edit)
    {
        json.WriteNumber("chat_id"u8, edit.Chat);
        json.WriteNumber("message_id"u8, edit.Message);
        json.WriteString("text"u8, edit.Drawing.Text);
        json.WriteStartObject("link_preview_options"u8);
        json.WriteBoolean("is_disabled"u8, value: true);
        json.WriteEndObject();
        json.WriteStartObject("reply_markup"u8);
        json.WriteStartArray("inline_keyboard"u8);
        foreach (var row in edit.Drawing.Rows)
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

    public static void AnswerCallbackQuery(Utf8JsonWriter json, string callback) => json.WriteString("callback_query_id"u8, callback);
}
