using System.Globalization;
using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>
/// What takes messages away on both sides: the bot's own and the person's, as long as they are younger than 48 hours.
/// <para>With a blocked bot nobody has shown what Telegram does; here it refuses, so that no test leans on it.</para>
/// </summary>
internal static class DeleteMethods
{
    private const int Most = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(48);
    private static readonly TimeSpan DiceStays = TimeSpan.FromHours(24);

    public static BotReply DeleteMessage(BotCall call)
    {
        var id = call.Arguments.Number("message_id", otherwise: 0);
        return id <= 0
            ? BotReply.Bad("message identifier is not specified")
            : Delete(call, [id], skipUnknown: false);
    }

    /// <summary>Unknown ids are skipped; one message that is too old, or dice that are too young, keep all of them, as in TDLib.</summary>
    public static BotReply DeleteMessages(BotCall call)
    {
        if (call.Arguments.Json("message_ids") is not { ValueKind: JsonValueKind.Array } ids || ids.GetArrayLength() == 0)
        {
            return BotReply.Bad("message identifiers are not specified");
        }

        return ids.GetArrayLength() > Most
            ? BotReply.Bad("too many message identifiers specified")
            : Delete(call, [.. ids.EnumerateArray().Select(ReadId)], skipUnknown: true);
    }

    private static int ReadId(JsonElement id) =>
        id.ValueKind == JsonValueKind.Number ? id.GetInt32() : int.Parse(id.GetString()!, CultureInfo.InvariantCulture);

    private static bool MayGo(StoredMessage message, DateTimeOffset now)
    {
        var age = now - message.SentAt;
        return age < Longest && (message.Content.Attachment?.Kind != Attachment.Dice || age > DiceStays);
    }

    private static BotReply Delete(BotCall call, int[] ids, bool skipUnknown)
    {
        if (!call.TryChat(out var chat, out var error))
        {
            return error;
        }

        lock (chat.Gate)
        {
            var known = ids.Where(chat.Messages.ContainsKey).Distinct().ToList();
            if (known.Count < ids.Length && !skipUnknown)
            {
                return BotReply.Bad("message to delete not found");
            }

            if (chat.Blocked)
            {
                return BotReply.Blocked();
            }

            if (known.Exists(id => !MayGo(chat.Messages[id], chat.Now)))
            {
                return BotReply.Bad("message can't be deleted for everyone");
            }

            foreach (var id in known)
            {
                _ = chat.Messages.Remove(id);
            }
        }

        chat.Changed.Raise();
        return BotReply.True;
    }
}
