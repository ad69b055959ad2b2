using System.Globalization;
using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>A call's arguments, wherever they came: JSON body, form, multipart or query string.</summary>
internal sealed class Arguments : IDisposable
{
    private readonly JsonDocument? _body;
    private readonly Dictionary<string, string>? _fields;

    private Arguments(JsonDocument? body, Dictionary<string, string>? fields)
    {
        _body = body;
        _fields = fields;
    }

    /// <summary>
    /// Reads them all; throws <see cref="JsonException"/> where the body is not the JSON it claims to be.
    /// </summary>
    public static async ValueTask<Arguments> ReadAsync(HttpRequest request)
    {
        Dictionary<string, string>? fields = null;
        foreach (var (name, value) in request.Query)
        {
            (fields ??= [])[name] = value.ToString();
        }

        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(request.HttpContext.RequestAborted))
            {
                (fields ??= [])[name] = value.ToString();
            }
        }
        else if (request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            var body = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new Arguments(body, fields);
            }

            body.Dispose();
            throw new JsonException("The body must be an object.");
        }

        return new Arguments(body: null, fields);
    }

    /// <summary>Returns the text of a string, or a number or boolean as it is written.</summary>
    public string? Text(string name)
    {
        if (_body is not null && _body.RootElement.TryGetProperty(name, out var value))
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                _ => value.GetRawText(),
            };
        }

        return _fields?.GetValueOrDefault(name);
    }

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Returns a number within 32 bits and the bounds.</summary>
    public int Number(string name, int otherwise, int least = int.MinValue, int most = int.MaxValue) =>
        (int)Math.Clamp(Number(name) ?? otherwise, least, most);

    public bool Flag(string name) => Text(name) is "true" or "True" or "1" or "yes";

    /// <summary>Returns an object or array; forms carry it as text.</summary>
    public JsonElement? Json(string name)
    {
        if (_body is not null
            && _body.RootElement.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.String)
        {
            return value.ValueKind == JsonValueKind.Null ? null : value;
        }

        return Text(name) is { Length: > 0 } text ? JsonElement.Parse(text) : null;
    }

    public void Dispose() => _body?.Dispose();
}
