using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>
/// The door of the Bot API: token, method, weather, arguments, answer. Nothing is logged: the token is in the
/// address.
/// </summary>
internal sealed class BotEndpoint(PhoneWorld world, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (world.FindBot((string)context.Request.RouteValues["token"]!) is not { } bot)
        {
            await WriteAsync(context, BotReply.Error(401, "Unauthorized"));
            return;
        }

        if (BotMethods.Find((string)context.Request.RouteValues["method"]!) is not { } method)
        {
            await WriteAsync(context, BotReply.Error(404, "Not Found"));
            return;
        }

        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            if (await AnswerAsync(context, bot, method, aborted.Token) is { } reply)
            {
                await WriteAsync(context, reply);
            }
            else
            {
                context.Abort();
            }
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    /// <summary>Returns null where the weather cuts the connection.</summary>
    private async ValueTask<BotReply?> AnswerAsync(
        HttpContext context, PhoneBot bot, BotMethod method, CancellationToken aborted)
    {
        var blow = world.Weather.Next(method.Name);
        if (blow.Delay > TimeSpan.Zero)
        {
            await world.Weather.HoldAsync(blow.Delay, aborted);
        }

        if (blow.AbortBefore)
        {
            Note(method, chat: null, status: 0);
            return null;
        }

        BotReply reply;
        long? chat = null;
        try
        {
            using var arguments = await Arguments.ReadAsync(context.Request);
            chat = arguments.Number("chat_id");
            reply = blow.Reply ?? (blow.Status == 0
                ? await method.RunAsync(new BotCall(world, bot, method.Name, arguments, aborted))
                : BotReply.Failure(blow.Status, blow.RetryAfter));
        }
        catch (Exception malformed) when (malformed
            is JsonException or InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            reply = BotReply.Bad("can't parse the request: " + malformed.Message);
        }

        Note(method, chat, reply.Status);
        return blow.DropResponse ? null : reply;
    }

    private void Note(BotMethod method, long? chat, int status) =>
        world.Requests.Note(new PhoneRequest(method.Name, chat, status, world.Time.GetUtcNow()));

    private static Task WriteAsync(HttpContext context, BotReply reply)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.Body is [(byte)'<', ..] ? "text/html" : "application/json";
        context.Response.ContentLength = reply.Body.Length;
        return context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).AsTask();
    }
}
