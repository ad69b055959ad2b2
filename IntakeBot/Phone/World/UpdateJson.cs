using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntakeBot.Phone;

/// <summary>Writes updates and what they carry beside messages.</summary>
internal static class UpdateJson
{
    public static byte[] Update(int id, string kind, byte[] body) =>
        JsonBytes.Write((id, kind, body), static (writer, u) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("update_id"u8, u.id);
            writer.WritePropertyName(u.kind);
            writer.WriteRawValue(u.body, skipInputValidation: true);
            writer.WriteEndObject();
        });

    /// <summary>The update as given, with this id first.</summary>
    public static byte[] WithId(JsonObject update, int id)
    {
        var copy = new JsonObject { ["update_id"] = id };
        foreach (var (name, value) in update.Where(p => p.Key != "update_id"))
        {
            copy[name] = value?.DeepClone();
        }

        return JsonBytes.Write(copy, static (writer, node) => node.WriteTo(writer));
    }

    public static byte[] CallbackQuery(PhoneChat chat, long query, byte[] message, string data) =>
        JsonBytes.Write((chat, query, message, data), static (writer, q) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, q.query.ToString(CultureInfo.InvariantCulture));
            writer.WriteRaw("from"u8, q.chat.PersonJson);
            writer.WriteRaw("message"u8, q.message);
            writer.WriteString("chat_instance"u8, q.chat.Instance);
            writer.WriteString("data"u8, q.data);
            writer.WriteEndObject();
        });

    public static byte[] MyChatMember(PhoneChat chat, bool blocked) =>
        JsonBytes.Write((chat, blocked), static (writer, m) =>
        {
            writer.WriteStartObject();
            writer.WriteRaw("chat"u8, m.chat.ChatJson);
            writer.WriteRaw("from"u8, m.chat.PersonJson);
            writer.WriteNumber("date"u8, m.chat.Now.ToUnixTimeSeconds());
            WriteMember(writer, "old_chat_member"u8, m.chat.Bot, kicked: !m.blocked);
            WriteMember(writer, "new_chat_member"u8, m.chat.Bot, kicked: m.blocked);
            writer.WriteEndObject();
        });

    public static byte[] ForwardOrigin(StoredMessage message, byte[] from) =>
        JsonBytes.Write((message, from), static (writer, f) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "user"u8);
            writer.WriteNumber("date"u8, f.message.SentAt.ToUnixTimeSeconds());
            writer.WriteRaw("sender_user"u8, f.from);
            writer.WriteEndObject();
        });

    /// <summary>The entities that Telegram finds in what a person types; only a leading command is looked for.</summary>
    public static byte[]? Commands(string text)
    {
        if (text[0] != '/')
        {
            return null;
        }

        var end = text.AsSpan().IndexOfAny(' ', '\n');
        return Encoding.UTF8.GetBytes(
            $$"""[{"offset":0,"length":{{(end < 0 ? text.Length : end)}},"type":"bot_command"}]""");
    }

    private static void WriteMember(Utf8JsonWriter writer, ReadOnlySpan<byte> name, PhoneBot bot, bool kicked)
    {
        writer.WriteStartObject(name);
        writer.WriteRaw("user"u8, bot.UserJson);
        writer.WriteString("status"u8, kicked ? "kicked"u8 : "member"u8);
        if (kicked)
        {
            writer.WriteNumber("until_date"u8, 0);
        }

        writer.WriteEndObject();
    }
}
