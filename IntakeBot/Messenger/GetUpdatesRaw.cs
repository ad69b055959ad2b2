using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Requests;

namespace IntakeBot.Messenger;

/// <summary>
/// getUpdates whose result stays JSON: the library's own types fail the whole batch on one kind of update they do not know,
/// and would make objects of names that we do not want to hold.
/// </summary>
internal sealed class GetUpdatesRaw() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>Confirms every update below it; null at the first poll, so that nothing is confirmed unseen.</summary>
    public int? Offset { get; init; }

    public int Limit { get; init; }

    /// <summary>Seconds to wait for news; Telegram clamps it to 50.</summary>
    public int Timeout { get; init; }

    /// <summary>
    /// More nesting than the library's default of 64 would fail the whole batch, again and again; an update has 512 KB at most.
    /// To be called before the library's first call, because its options are closed then.
    /// </summary>
    public static void AllowDeepNesting()
    {
        if (!JsonBotAPI.Options.IsReadOnly)
        {
            JsonBotAPI.Options.MaxDepth = 512 * 1024;
        }
    }

    public IReadOnlyList<string> AllowedUpdates { get; } = ["message", "edited_message", "callback_query", "my_chat_member"];
}
