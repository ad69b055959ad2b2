using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>
/// How a bot gets its updates: by asking, or at a webhook, which ends the asking.
/// </summary>
internal static class UpdateMethods
{
    private const int LongestPoll = 50;
    private const string Terminated = "terminated by other getUpdates request; make sure that only one bot instance is running";

    public static async ValueTask<BotReply> GetUpdatesAsync(BotCall call)
    {
        if (call.Bot.WebhookUrl.Length > 0)
        {
            return Conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        if (call.Bot.IsPolledElsewhere)
        {
            return Conflict(Terminated);
        }

        Allow(call);
        var (end, updates) = await call.Bot.Updates.TakeAsync(
            call.Arguments.Number("offset", otherwise: 0),
            call.Arguments.Number("limit", otherwise: 100, least: 1, most: 100),
            TimeSpan.FromSeconds(call.Arguments.Number("timeout", otherwise: 0, least: 0, most: LongestPoll)),
            call.Aborted);
        return end switch
        {
            PollEnd.Superseded => Conflict(Terminated),
            PollEnd.WebhookSet => Conflict("terminated by setWebhook request"),
            _ => BotReply.Ok(updates),
        };
    }

    public static BotReply SetWebhook(BotCall call)
    {
        var url = call.Arguments.Text("url") ?? "";
        if (url.Length > 0 && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback))
        {
            return BotReply.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        return Webhook(call, url);
    }

    public static BotReply DeleteWebhook(BotCall call) => Webhook(call, "");

    public static BotReply GetWebhookInfo(BotCall call) => BotReply.Ok(JsonBytes.Write(call.Bot, static (writer, bot) =>
    {
        writer.WriteStartObject();
        writer.WriteString("url"u8, bot.WebhookUrl);
        writer.WriteBoolean("has_custom_certificate"u8, value: false);
        writer.WriteNumber("pending_update_count"u8, bot.PendingUpdates);
        if (bot.Webhook.LastFailure is { } failed)
        {
            writer.WriteNumber("last_error_date"u8, failed.ToUnixTimeSeconds());
        }

        if (bot.Updates.Allowed is { } kinds)
        {
            writer.WriteStartArray("allowed_updates"u8);
            foreach (var kind in kinds)
            {
                writer.WriteStringValue(kind);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }));

    private static BotReply Webhook(BotCall call, string url)
    {
        Allow(call);
        if (call.Arguments.Flag("drop_pending_updates"))
        {
            call.Bot.Updates.Drop();
        }

        call.Bot.WebhookUrl = url;
        if (url.Length > 0)
        {
            call.Bot.Updates.EndPoll(PollEnd.WebhookSet);
        }

        call.Bot.Webhook.Set(url, call.Arguments.Text("secret_token"));

        return BotReply.True;
    }

    private static void Allow(BotCall call)
    {
        if (call.Arguments.Json("allowed_updates") is { ValueKind: JsonValueKind.Array } kinds)
        {
            call.Bot.Updates.Allow([.. kinds.EnumerateArray().Select(k => k.GetString()!)]);
        }
    }

    private static BotReply Conflict(string what) =>
        BotReply.Error(409, "Conflict: " + what);
}
