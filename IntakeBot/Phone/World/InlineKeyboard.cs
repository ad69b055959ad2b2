using System.Text;
using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>The buttons under a message: as the phone draws them and as the bot sent them.</summary>
internal sealed record InlineKeyboard(IReadOnlyList<IReadOnlyList<PhoneButton>> Rows, byte[] Json)
{
    private const int MostDataBytes = 64;
    private static readonly string[] Actions =
    [
        "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat",
        "callback_game", "pay",
    ];

    /// <summary>
    /// Reads <c>reply_markup</c>; the problem is Telegram's wording without its prefix. No buttons is no keyboard.
    /// </summary>
    public static (InlineKeyboard? Keyboard, string? Problem) Read(JsonElement rows)
    {
        if (rows.ValueKind != JsonValueKind.Array)
        {
            return (null, "field \"inline_keyboard\" must be of type Array");
        }

        List<IReadOnlyList<PhoneButton>> read = [];
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array)
            {
                return (null, "field \"inline_keyboard\" must be an Array of Arrays");
            }

            List<PhoneButton> buttons = [];
            foreach (var element in row.EnumerateArray())
            {
                var (button, problem) = ReadButton(element);
                if (button is null)
                {
                    return (null, problem);
                }

                buttons.Add(button);
            }

            if (buttons.Count > 0)
            {
                read.Add(buttons);
            }
        }

        return read.Count == 0 ? (null, null) : (new InlineKeyboard(read, WriteRows(rows)), null);
    }

    private static (PhoneButton? Button, string? Problem) ReadButton(JsonElement button)
    {
        if (button.ValueKind != JsonValueKind.Object)
        {
            return (null, "InlineKeyboardButton must be an Object");
        }

        if (!button.TryGetProperty("text"u8, out var label) || label.GetString() is not { Length: > 0 } text)
        {
            return (null, "can't find field \"text\"");
        }

        if (button.TryGetProperty("callback_data"u8, out var element))
        {
            var data = element.GetString() ?? "";
            return Encoding.UTF8.GetByteCount(data) is > 0 and <= MostDataBytes
                ? (new PhoneButton(text, data), null)
                : (null, "BUTTON_DATA_INVALID");
        }

        if (button.TryGetProperty("copy_text"u8, out var copy))
        {
            return (new PhoneButton(text, Data: null, CopyText: copy.GetProperty("text"u8).GetString()), null);
        }

        if (button.TryGetProperty("url"u8, out var url))
        {
            return (new PhoneButton(text, Data: null, Link: url.GetString()), null);
        }

        return Array.Exists(Actions, a => button.TryGetProperty(a, out _))
            ? (new PhoneButton(text, Data: null), null)
            : (null, "Text buttons are unallowed in the inline keyboard");
    }

    private static byte[] WriteRows(JsonElement rows) => JsonBytes.Write(rows, static (writer, r) =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("inline_keyboard"u8);
        r.WriteTo(writer);
        writer.WriteEndObject();
    });
}
