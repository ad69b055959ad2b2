using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Keeps a <see cref="RowCache"/> as the server's rows are, in rounds that look alike from outside: every manifest page, then as many rows of each kind as
/// <see cref="RoundShape"/> says, whether there is news or not. Only where far more is missing it fetches at full speed, which can be seen.
/// </summary>
public sealed class RowSync(ExchangeClient client, RowCache cache, TimeProvider time)
{
    private readonly RowFetch _fetch = new(client, cache);
    private readonly RowCatchUp _catchUp = new(new(client, cache), time);
    private readonly MissedRows _missed = new();
    private readonly Dictionary<RowKind, PlaceTurns> _turns = RoundShape.Kinds.ToDictionary(k => k, _ => new PlaceTurns());
    private SyncState _state = SyncState.Begin;

    public RoundShape Shape { get; init; } = RoundShape.Shipped;

    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Told each state, on the thread of the round.</summary>
    public Action<SyncState>? Told { get; set; }

    /// <summary>
    /// The places that opened intakes name; null, as long as none was opened: then cached ones are kept. What is not among them is taken out of the cache.
    /// </summary>
    public IReadOnlySet<Place>? Mailboxes { get; set; }

    /// <summary>Written while the server was away: put first in each round, and kept in the cache until the server has them. Null: there are none.</summary>
    public PendingEvents? Pending { get; set; }

    public SyncState State
    {
        get => Volatile.Read(ref _state);
        private set
        {
            Volatile.Write(ref _state, value);
            Told?.Invoke(value);
        }
    }

    /// <summary>A round at every multiple of the period from now on, however long one takes or how it ends; one that is missed is left out.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            _ = await RoundAsync(cancellationToken);
            var elapsed = time.GetElapsedTime(start);
            await Task.Delay(Period - new TimeSpan(elapsed.Ticks % Period.Ticks), time, cancellationToken);
        }
    }

    /// <summary>One at a time.</summary>
    public async Task<SyncState> RoundAsync(CancellationToken cancellationToken)
    {
        var outcome = SyncOutcome.Away;
        try
        {
            outcome = await AskAsync(cancellationToken);
        }
        catch (HttpRequestException)
        {
            outcome = SyncOutcome.Away;
        }
        catch (InvalidDataException)
        {
            outcome = SyncOutcome.Unreadable;
        }

        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What waits could not be written down anew. The next round tries again.
            outcome = SyncOutcome.NotWritten;
        }

        return State = new(outcome, 0, 0) { Answered = outcome == SyncOutcome.Done ? time.GetUtcNow() : State.Answered };
    }

    private async Task<SyncOutcome> AskAsync(CancellationToken cancellationToken)
    {
        await (Pending?.SendAsync(client, Day.Today(time), cancellationToken) ?? Task.CompletedTask);
        if (await ServerLists.ReadAsync(client, cancellationToken) is not { } lists)
        {
            return SyncOutcome.Refused;
        }

        _missed.BeginRound();
        var needs = new RoundNeeds(cache, lists, Mailboxes, _missed, Shape);
        cache.Apply([], [.. needs.Gone(Day.Today(time)).Where(n => n.Kind != RowKind.Event || Pending?.Contains(n.Place) != true)]);
        if (RowCatchUp.IsNeeded(needs, Shape))
        {
            await _catchUp.RunAsync(needs, (done, total) => State = State with { Done = done, Total = total }, cancellationToken);
        }

        List<RowName> names = [.. RoundShape.Kinds.SelectMany(k => _turns[k].Take(needs.Wanted(k), needs.Known(k), Shape.Of(k)).Select(p => new RowName(k, p)))];
        await _fetch.GetAsync(names, needs, pace: null, cancellationToken);
        _ = await client.AcknowledgeAsync(needs.IsMet ? Acknowledgement.Everything : Acknowledgement.NotYet, cancellationToken);
        return cache.IsWritten ? SyncOutcome.Done : SyncOutcome.NotWritten;
    }
}
