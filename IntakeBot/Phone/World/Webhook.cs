using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>
/// Brings a bot's updates to its webhook: of one chat one after the other, of different chats at once, each again until it is taken. It goes to
/// this machine alone.
/// </summary>
internal sealed class Webhook(PhoneBot bot, TimeProvider time) : IDisposable
{
    private const int LongestWait = 60;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;

    public DateTimeOffset? LastFailure { get; private set; }

    /// <summary>Ends what was, and begins to bring to <paramref name="url"/>; "": to nobody.</summary>
    public void Set(string url, string? secret)
    {
        lock (_gate)
        {
            _running?.Cancel();
            _running?.Dispose();
            _running = null;
            LastFailure = null;
            if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback)
            {
                _running = new();
                _ = RunAsync(address, secret, _running.Token);
            }
        }
    }

    public void Dispose()
    {
        Set("", secret: null);
        _http.Dispose();
    }

    private async Task RunAsync(Uri address, string? secret, CancellationToken stop)
    {
        await Task.Yield();
        var (begun, lanes) = (new ConcurrentDictionary<int, bool>(), new Dictionary<long, Task>());
        try
        {
            while (true)
            {
                var next = bot.Updates.Arrived.Next();
                foreach (var (id, json) in bot.Updates.Waiting())
                {
                    if (id == 0 || begun.TryAdd(id, true))
                    {
                        var chat = ChatOf(json);
                        lanes[chat] = BringAsync(lanes.GetValueOrDefault(chat) ?? Task.CompletedTask, address, secret, id, json, stop);
                    }
                }

                await next.WaitAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(lanes.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BringAsync(Task before, Uri address, string? secret, int id, byte[] json, CancellationToken stop)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var wait = 1; ; wait = Math.Min(2 * wait, LongestWait))
        {
            if (await TryAsync(address, secret, json, stop))
            {
                bot.Updates.Remove(id);
                return;
            }

            LastFailure = time.GetUtcNow();
            await Task.Delay(TimeSpan.FromSeconds(wait), time, stop);
        }
    }

    private async Task<bool> TryAsync(Uri address, string? secret, byte[] json, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(json) };
        request.Content.Headers.ContentType = Json;
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        try
        {
            using var answer = await _http.SendAsync(request, stop);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>0 where it is of no chat that is known here.</summary>
    private static long ChatOf(byte[] json)
    {
        using var update = JsonDocument.Parse(json);
        foreach (var (kind, who) in new[] { ("callback_query", "from"), ("message", "chat"), ("edited_message", "chat"), ("my_chat_member", "chat") })
        {
            if (update.RootElement.TryGetProperty(kind, out var body) && body.TryGetProperty(who, out var party) && party.TryGetProperty("id", out var id))
            {
                return id.GetInt64();
            }
        }

        return 0;
    }
}
