using System.Runtime.InteropServices;
using System.Text.Json;

namespace IntakeBot.Messenger;

/// <summary>Turns one element of getUpdates into an <see cref="Arrival"/>. Never throws, whatever the element is.</summary>
internal static class UpdateReader
{
    /// <summary>Bytes of JSON: a note of a few lines, each of its characters escaped.</summary>
    private const int LongestText = 6000;

    private const string StartWithLink = "/start ";

    /// <summary>Lines that Telegram itself writes into the chat when she changes something there.</summary>
    private static readonly string[] Notices =
        ["pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed", "boost_added", "gift", "unique_gift"];

    /// <summary>Null where not even an update id can be read.</summary>
    public static Arrival? Read(JsonElement update)
    {
        int? id = null;
        try
        {
            if (Number(update, "update_id") is not (>= 0 and <= int.MaxValue and var number))
            {
                return null;
            }

            id = (int)number;
            return Read(update, (int)number);
        }
        catch (InvalidOperationException)
        {
            // The parser takes names and texts with half a surrogate pair and refuses to hand them out.
            return id is { } known ? new Arrival.Poison(known) : null;
        }
    }

    private static Arrival Read(JsonElement update, int updateId) =>
        Child(update, "callback_query") is { } callback ? ReadCallback(updateId, callback)
            : Child(update, "message") is { } message ? ReadMessage(updateId, message)
            : Child(update, "edited_message") is { } edited ? ReadMessage(updateId, edited)
            : Child(update, "my_chat_member") is { } member ? ReadMember(updateId, member)
            : new Arrival.Nothing(updateId);

    private static Arrival ReadCallback(int updateId, JsonElement callback)
    {
        if (Text(callback, "id") is not { } id)
        {
            return new Arrival.Poison(updateId);
        }

        return Child(callback, "from") is { } from && Number(from, "id") is { } person
            && Child(callback, "message") is { } message && Number(message, "message_id") is (> 0 and <= int.MaxValue and var messageId)
            && Child(message, "chat") is { } chat && IsPrivate(chat) && Number(chat, "id") == person
            && Text(callback, "data") is { } data
                ? new Arrival.Press(updateId, person, (int)messageId, id, data, NewestDate(message))
                : new Arrival.Stray(updateId, id);
    }

    private static Arrival ReadMessage(int updateId, JsonElement message)
    {
        if (Child(message, "chat") is not { } chat || Number(chat, "id") is not { } chatId)
        {
            return new Arrival.Poison(updateId);
        }

        if (!IsPrivate(chat))
        {
            return new Arrival.Elsewhere(updateId, chatId);
        }

        return Number(message, "message_id") is (> 0 and <= int.MaxValue and var messageId)
            ? new Arrival.Sent(updateId, chatId, (int)messageId, WordsOf(message, out var text), NewestDate(message)) { Album = Text(message, "media_group_id"), Text = text }
            : new Arrival.Poison(updateId);
    }

    private static Arrival ReadMember(int updateId, JsonElement member) =>
        Child(member, "chat") is { } chat && Number(chat, "id") is { } chatId && !IsPrivate(chat)
            && Child(member, "new_chat_member") is { } now && Text(now, "status") is not ("left" or "kicked")
            ? new Arrival.Elsewhere(updateId, chatId)
            : new Arrival.Nothing(updateId);

    /// <summary>When the message was sent or last edited, in seconds since 1970; 0 where it does not say.</summary>
    private static long NewestDate(JsonElement message) => Math.Max(Date(message, "date"), Date(message, "edit_date"));

    private static long Date(JsonElement message, string name) => Number(message, name) is (> 0 and <= uint.MaxValue and var date) ? date : 0;

    /// <summary><paramref name="text"/>: what was typed, or what a link added to /start. A text that is longer never becomes a string here.</summary>
    private static Words WordsOf(JsonElement message, out string? text)
    {
        text = null;
        if (Array.Exists(Notices, notice => message.TryGetProperty(notice, out _)))
        {
            return Words.Notice;
        }

        if (!message.TryGetProperty("text"u8, out var typed) || typed.ValueKind is not JsonValueKind.String
            || JsonMarshal.GetRawUtf8Value(typed).Length > LongestText)
        {
            return Words.Other;
        }

        text = Text(message, "text");
        switch (text)
        {
            case "/hide":
                return Words.Hide;
            case "/privacy":
                text = null;
                return Words.Privacy;
            case "/what-we-keep" or "/what_we_keep":
                text = null;
                return Words.Kept;
            case "/start":
                text = null;
                return Words.Start;
            case not null when text.StartsWith(StartWithLink, StringComparison.Ordinal):
                text = text[StartWithLink.Length..];
                return Words.Start;
            default:
                return Words.Other;
        }
    }

    private static bool IsPrivate(JsonElement chat) => Text(chat, "type") == "private";

    private static JsonElement? Child(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var child) && child.ValueKind is JsonValueKind.Object ? child : null;

    private static long? Number(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var child)
            && child.ValueKind is JsonValueKind.Number && child.TryGetInt64(out var number) ? number : null;

    private static string? Text(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var child) || child.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return child.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate cannot become a string; nothing that we sent contains one.
            return null;
        }
    }
}
