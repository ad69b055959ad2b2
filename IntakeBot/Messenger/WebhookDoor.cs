using System.Security.Cryptography;
using System.Text;
using IntakeBot.Core.Storage;

namespace IntakeBot.Messenger;

/// <summary>
/// Where Telegram delivers one bot's updates, each in a request of its own. It answers 200 when all that an update made is durable: what comes
/// before a crash comes again, and handling it again changes nothing. In one chat Telegram brings the next only after that, so the order is kept.
/// </summary>
internal sealed class WebhookDoor(string path, Handler handler, Outbox outbox, CatchUp catchUp, Health health, TimeProvider time)
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>The largest update that Telegram keeps. A smaller limit would have one long message tried again for a day, with all of its chat behind it.</summary>
    public const int MaxBody = 512 * 1024;

    /// <summary>How many Telegram may bring at once, of different chats.</summary>
    public const int MaxAtOnce = 16;

    /// <summary>While more chats than this wait for their screens, no more is taken: memory stays bounded.</summary>
    private const int MostBusy = 10_000;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Lock _order = new();
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private volatile bool _isClosed;

    public string Path { get; } = path;

    /// <summary>Telegram alone is told it, anew at each start.</summary>
    public string Secret { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Fails where the store has.</summary>
    public Task Failure => _failed.Task;

    /// <summary>Whether the request has the secret, and a body that was announced and is not too large. Nothing is read for it.</summary>
    public bool Knows(HttpRequest request) =>
        request.Headers[SecretHeader] is [{ } secret]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Secret))
        && request.ContentLength is > 0 and <= MaxBody;

    /// <summary>Of a request that is known.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var inside = Interlocked.Increment(ref _inside);
        try
        {
            http.Response.StatusCode = _isClosed || outbox.Busy > MostBusy
                ? StatusCodes.Status503ServiceUnavailable
                : await TakeAsync(http, isQuiet: inside <= MaxAtOnce / 2);
        }
        catch (StoreException failure)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            _ = _failed.TrySetException(failure);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // Hung up in the middle: Telegram brings it again.
            http.Abort();
        }
        finally
        {
            _ = Interlocked.Decrement(ref _inside);
        }
    }

    /// <summary>Forgets what is over; not while an update begins.</summary>
    public void Sweep()
    {
        lock (_order)
        {
            handler.Sweep();
        }
    }

    /// <summary>Takes nothing more; ends when nothing is under way, or the limit is over.</summary>
    public async Task CloseAsync(TimeSpan limit)
    {
        _isClosed = true;
        for (var began = time.GetTimestamp(); Volatile.Read(ref _inside) > 0 && time.GetElapsedTime(began) < limit;)
        {
            await Task.Delay(Look, time);
        }
    }

    private async Task<int> TakeAsync(HttpContext http, bool isQuiet)
    {
        if (await ReadAsync(http) is not { } arrival)
        {
            // It will be no better the next time.
            health.Quarantine();
            return StatusCodes.Status200OK;
        }

        var drawn = await BeginHandling(arrival);
        if (isQuiet)
        {
            // As with polling, so that a crash in between leaves less undone. Where more waits, a Hide may be in it.
            await drawn.WaitAsync(Grace, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return StatusCodes.Status200OK;
    }

    private static async Task<Arrival?> ReadAsync(HttpContext http)
    {
        using var body = await ApiBody.ReadAsync(http.Request.Body, http.Request.ContentLength, http.RequestAborted);
        return ApiAnswer.Arrival(body.Memory);
    }

    /// <summary>One after the other: an update's place in its chat is the order in which it came.</summary>
    private Task<Task> BeginHandling(Arrival arrival)
    {
        lock (_order)
        {
            catchUp.Delivered();
            return handler.Handle(arrival);
        }
    }
}
