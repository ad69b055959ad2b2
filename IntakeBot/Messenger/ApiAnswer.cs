using System.Net;
using System.Text.Json;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace IntakeBot.Messenger;

/// <summary>Reads the frame of the Bot API's answers, and of refusals what they say.</summary>
internal static class ApiAnswer
{
    /// <summary>One message nested deeper than the default of 64 would fail its whole batch, again and again; an update has 512 KB at most.</summary>
    private const int MaxDepth = 512 * 1024;

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxDepth };
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = MaxDepth };

    /// <summary>True where the top level says "ok": true; never throws.</summary>
    public static bool IsOk(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, Reading);
            return Find(ref reader, "ok"u8) && reader.TokenType is JsonTokenType.True;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What is read of each update, null where not even its id can be; a result that is no list is an answer of no known form.</summary>
    public static Arrival?[] Arrivals(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Parsing);
            return [.. document.RootElement.GetProperty("result"u8).EnumerateArray().Select(UpdateReader.Read)];
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RequestException("The Bot API's answer cannot be read.", HttpStatusCode.OK);
        }
    }

    /// <summary>What is read of one update that was delivered; null where nothing can be.</summary>
    public static Arrival? Arrival(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Parsing);
            return UpdateReader.Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static WebhookLook Webhook(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Parsing);
            var result = document.RootElement.GetProperty("result"u8);
            return new(
                result.GetProperty("url"u8).GetString() ?? "",
                result.TryGetProperty("pending_update_count"u8, out var pending) ? pending.GetInt32() : 0,
                result.TryGetProperty("last_error_date"u8, out var failed) ? failed.GetInt64() : 0);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RequestException("The Bot API's answer cannot be read.", HttpStatusCode.OK);
        }
    }

    /// <summary>The id of the message that was sent.</summary>
    public static int MessageId(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Parsing);
            return document.RootElement.GetProperty("result"u8).GetProperty("message_id"u8).GetInt32();
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RequestException("The Bot API's answer cannot be read.", HttpStatusCode.OK);
        }
    }

    /// <summary>What the library would have thrown.</summary>
    public static RequestException Failure(ReadOnlySpan<byte> body, HttpStatusCode status)
    {
        try
        {
            if (Number(body, "error_code"u8) is { } code)
            {
                var reader = new Utf8JsonReader(body, Reading);
                var description = Find(ref reader, "description"u8) ? reader.GetString() : null;
                reader = new Utf8JsonReader(body, Reading);
                var wait = Find(ref reader, "parameters"u8) ? Number(body[(int)reader.TokenStartIndex..], "retry_after"u8) : null;
                return new ApiRequestException(description ?? "", code, new ResponseParameters { RetryAfter = wait });
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // A gateway's page, not the Bot API's answer.
        }

        return new RequestException("The Bot API's answer cannot be read.", status);
    }

    private static int? Number(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        // Up to the end of one object: what follows it is the outer one's.
        var reader = new Utf8JsonReader(body, isFinalBlock: false, new(Reading));
        return Find(ref reader, name) && reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : null;
    }

    /// <summary>Stands at the value of the property of the object that the reader is before.</summary>
    private static bool Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            _ = reader.Read();
            if (found || !reader.TrySkip())
            {
                return found;
            }
        }

        return false;
    }
}
