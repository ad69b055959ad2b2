namespace IntakeBot.Phone;

/// <summary>What the Bot API says to a call: the HTTP status and the whole body.</summary>
internal sealed record BotReply(int Status, byte[] Body)
{
    public static readonly BotReply True = Ok("true"u8);

    public static BotReply Ok(ReadOnlySpan<byte> result) => new(200, [.. """{"ok":true,"result":"""u8, .. result, (byte)'}']);

    public static BotReply Ok(IReadOnlyList<byte[]> results)
    {
        var list = new byte[2 + results.Sum(r => r.Length + 1)];
        var at = 0;
        list[at++] = (byte)'[';
        foreach (var result in results)
        {
            if (at > 1)
            {
                list[at++] = (byte)',';
            }

            result.CopyTo(list, at);
            at += result.Length;
        }

        list[at++] = (byte)']';
        return Ok(list.AsSpan(0, at));
    }

    /// <summary>A 400 in Telegram's wording.</summary>
    public static BotReply Bad(string description) => Error(400, "Bad Request: " + description);

    public static BotReply Blocked() => Error(403, "Forbidden: bot was blocked by the user");

    public static BotReply Error(int status, string description, int? retryAfter = null) =>
        new(status, JsonBytes.Write((status, description, retryAfter), static (writer, e) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ok"u8, value: false);
            writer.WriteNumber("error_code"u8, e.status);
            writer.WriteString("description"u8, e.description);
            if (e.retryAfter is { } seconds)
            {
                writer.WriteStartObject("parameters"u8);
                writer.WriteNumber("retry_after"u8, seconds);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }));

    /// <summary>The error of a whole server in trouble rather than of one call.</summary>
    public static BotReply Failure(int status, int? retryAfter) => status switch
    {
        429 => Error(429, $"Too Many Requests: retry after {retryAfter ?? 1}", retryAfter ?? 1),
        >= 502 and <= 504 => new(status, [.. "<html><head><title>Bad Gateway</title></head></html>"u8]),
        >= 500 => Error(status, "Internal Server Error"),
        _ => Error(status, "Simulated failure"),
    };
}
