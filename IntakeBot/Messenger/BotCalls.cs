using IntakeBot.Core.Exchange;
using IntakeBot.Core.Hotline;
using Telegram.Bot;
using Telegram.Bot.Requests;

namespace IntakeBot.Messenger;

/// <summary>The few calls of the Bot API that are made. Failures come as the library's exceptions, whose texts name the host, never the token.</summary>
internal sealed class BotCalls : IDisposable
{
    /// <summary>Telegram holds a poll at most 50 s.</summary>
    public const int PollSeconds = 50;

    private readonly HttpClient _pollHttp;
    private readonly HttpClient _sendHttp;
    private readonly LeanCalls _poll;
    private readonly LeanCalls _lean;
    private readonly TelegramBotClient _send;

    /// <param name="options">How the Bot API is reached.</param>
    /// <param name="counts">Of the calls that people cause, what each came to.</param>
    public BotCalls(TelegramOptions options, Counts<CallOutcome>? counts = null)
    {
        _pollHttp = Http(options.Proxy, TimeSpan.FromSeconds(PollSeconds + 15));
        _sendHttp = Http(options.Proxy, TimeSpan.FromSeconds(15));
        _poll = new(options, _pollHttp);
        _lean = new(options, _sendHttp, counts);
        _send = Client(options, _sendHttp);
    }

    /// <summary>
    /// Confirms every update below <paramref name="offset"/>; null at the first poll, so that nothing is confirmed unseen. The updates
    /// are read one by one: the library's own types fail the whole batch on one kind of update they do not know, and would make objects of
    /// names that we do not want to hold.
    /// </summary>
    public Task<Arrival?[]> GetUpdatesAsync(int? offset, int seconds, CancellationToken cancellationToken) =>
        _poll.PostAsync("getUpdates", (offset, seconds), LeanRequests.GetUpdates, ApiAnswer.Arrivals, cancellationToken);

    /// <summary>Telegram delivers to <paramref name="address"/> from now on, with <paramref name="secret"/> in a header.</summary>
    public Task SetWebhookAsync(Uri address, string secret, CancellationToken cancellationToken) =>
        _poll.PostAsync("setWebhook", (address, secret), LeanRequests.SetWebhook, cancellationToken);

    public Task<WebhookLook> LookAtWebhookAsync(CancellationToken cancellationToken) =>
        _poll.PostAsync("getWebhookInfo", 0, static (_, _) => { }, ApiAnswer.Webhook, cancellationToken);

    /// <summary>The new message's id.</summary>
    public Task<int> SendAsync(long chat, Drawing drawing, CancellationToken cancellationToken) =>
        _lean.PostAsync("sendMessage", (chat, drawing), LeanRequests.SendMessage, ApiAnswer.MessageId, cancellationToken);

    public Task EditAsync(long chat, int message, Drawing drawing, CancellationToken cancellationToken) =>
        _lean.PostAsync("editMessageText", (chat, message, drawing), LeanRequests.EditMessageText, cancellationToken);

    /// <summary>At most 100 ids; those that are gone already are skipped by Telegram.</summary>
    public Task DeleteAsync(long chat, IReadOnlyList<int> messages, CancellationToken cancellationToken) =>
        _lean.PostAsync("deleteMessages", (chat, messages), LeanRequests.DeleteMessages, cancellationToken);

    public Task AnswerAsync(string callback, CancellationToken cancellationToken) =>
        _lean.PostAsync("answerCallbackQuery", callback, LeanRequests.AnswerCallbackQuery, cancellationToken);

    public Task LeaveAsync(long chat, CancellationToken cancellationToken) =>
        _send.SendRequest(new LeaveChatRequest { ChatId = chat }, cancellationToken);

    public void Dispose()
    {
        _pollHttp.Dispose();
        _sendHttp.Dispose();
    }

    /// <summary>The library's own client, for calls that are not on anybody's way.</summary>
    internal static TelegramBotClient Client(TelegramOptions options, HttpClient http) => new(
        new TelegramBotClientOptions(options.Token, options.BaseUrl.GetLeftPart(UriPartial.Authority)) { RetryThreshold = 0, RetryCount = 0 }, http);

    /// <summary>Follows no redirect, keeps no cookie, tells no tracer its path.</summary>
    internal static HttpClient Http(ExchangeProxy? proxy, TimeSpan timeout) => new(Handler(proxy), disposeHandler: true) { Timeout = timeout };

    /// <summary>The way to the Bot API, and no other: without a proxy a direct one, with a proxy never.</summary>
    internal static SocketsHttpHandler Handler(ExchangeProxy? proxy) => new()
    {
        UseProxy = proxy is not null,
        Proxy = proxy,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        // The token is in the path: no activity may carry it.
        ActivityHeadersPropagator = null,
    };
}
