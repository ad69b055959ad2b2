using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>
/// The Bot API without objects: a request is written straight to JSON and of an answer only what is asked for is read. For the calls
/// that people cause; a profile showed the library's typed ones to be the dearest part of a press. Fails with the same exceptions.
/// </summary>
internal sealed class LeanCalls
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    private readonly HttpClient _http;
    private readonly string _address;
    private readonly Counts<CallOutcome>? _counts;

    /// <summary>The token is in the address: it goes into no message.</summary>
    public LeanCalls(TelegramOptions options, HttpClient http, Counts<CallOutcome>? counts = null) =>
        (_http, _address, _counts) = (http, $"{options.BaseUrl.GetLeftPart(UriPartial.Authority)}/bot{options.Token}/", counts);

    /// <summary>Makes the call; its success is enough.</summary>
    public Task PostAsync<T>(string method, T arguments, Action<Utf8JsonWriter, T> write, CancellationToken cancellationToken) =>
        PostAsync(method, arguments, write, static _ => true, cancellationToken);

    /// <summary>Makes the call and returns what <paramref name="read"/> finds in the whole body of a success, which it must not keep.</summary>
    public async Task<TResult> PostAsync<T, TResult>(
        string method, T arguments, Action<Utf8JsonWriter, T> write, Func<ReadOnlyMemory<byte>, TResult> read, CancellationToken cancellationToken)
    {
        try
        {
            var result = await CallAsync(method, arguments, write, read, cancellationToken);
            _counts?.Add(CallOutcome.Done);
            return result;
        }
        catch (RequestException failure)
        {
            _counts?.Add(failure switch
            {
                ApiRequestException { ErrorCode: 429 } => CallOutcome.Slow,
                ApiRequestException { ErrorCode: 403 } => CallOutcome.Blocked,
                ApiRequestException { ErrorCode: < 500 } => CallOutcome.Refused,
                _ => CallOutcome.Away,
            });
            throw;
        }
    }

    private async Task<TResult> CallAsync<T, TResult>(
        string method, T arguments, Action<Utf8JsonWriter, T> write, Func<ReadOnlyMemory<byte>, TResult> read, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address + method) { Content = new ByteArrayContent(Write(arguments, write)) };
            request.Content.Headers.ContentType = Json;
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            using var body = await ApiBody.ReadAsync(response.Content, _http.Timeout, cancellationToken);
            return response.StatusCode is HttpStatusCode.OK && ApiAnswer.IsOk(body.Memory.Span)
                ? read(body.Memory)
                : throw ApiAnswer.Failure(body.Memory.Span, response.StatusCode);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestException("The Bot API took too long.", late);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new RequestException("The Bot API could not be reached.", failure);
        }
    }

    private static byte[] Write<T>(T arguments, Action<Utf8JsonWriter, T> write)
    {
        var buffer = _spare ?? new ArrayBufferWriter<byte>(4096);
        _spare = null;
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            write(writer, arguments);
            writer.WriteEndObject();
        }

        var written = buffer.WrittenSpan.ToArray();
        buffer.Clear();
        _spare = buffer;
        return written;
    }
}
