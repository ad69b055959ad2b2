using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Writes down what staff do with a case: signed, sealed, at the server for every desk that can open the case.</summary>
internal sealed class CaseLog(Membership membership, RowCache cache, IRowSource rows, MemoDesk memos, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>That this member read it, once; where the server is away it is not written down, and is tried again at the next reading.</summary>
    public Task<bool> OpenedAsync(Case @case, CancellationToken cancellationToken) => @case.Work.Openings.Any(o => o.Author == membership.Member.Place)
        ? Task.FromResult(true) : TryRecordAsync(@case, new EventBody.Opened(), cancellationToken);

    /// <summary>An event that waited and whose place another machine of this member took meanwhile: the same again, behind that one's.</summary>
    public async Task WriteAgainAsync(EventRow row, IEnumerable<Case> cases, CancellationToken cancellationToken)
    {
        var own = membership.Member.Place;
        var counters = Enumerable.Range(0, CaseEvent.MostOfAuthor).Select(c => (ushort)c).ToList();
        if (cases.FirstOrDefault(c => counters.Any(n => c.Key.PlaceOf(own, n) == row.Place)) is { } @case
            && EventOpener.Open(row, @case.Key, membership.Roster) is EventOpening.Opened { Known.Event.Body: var body })
        {
            cache.Apply([], [new(RowKind.Event, row.Place)]);
            _ = await rows.FindEventAsync(row.Place, cancellationToken);
            _ = await TryRecordAsync(@case, body, cancellationToken);
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>False where the server is away or refuses; nothing was written then, as far as anybody knows.</summary>
    public async Task<bool> TryRecordAsync(Case @case, EventBody body, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await RecordAsync(@case, body, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    private async Task<bool> RecordAsync(Case @case, EventBody body, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        while (NextCounter(@case.Key) is { } counter)
        {
            var made = new CaseEvent
            {
                Author = membership.Member.Place,
                Counter = counter,
                Minute = CaseEvent.MinuteOf(now),
                Parents = EventFold.Of(@case.Key, cache, membership.Roster).State.Heads,
                Body = body,
            };
            var (row, hash) = EventSealer.Seal(made, @case.Key, membership.Identity.Signing, Day.Of(now));
            if (await rows.PutEventAsync(row, cancellationToken) is not { } isThere)
            {
                return false;
            }

            if (isThere)
            {
                _ = await memos.WriteAsync(new MemoBody.Trace(@case.Key.Mark, hash, body.Kind), memos.Auditors, cancellationToken);
                return true;
            }

            // Another machine of this member, or this one before it was reset, was there first.
            if (await rows.FindEventAsync(row.Place, cancellationToken) is null)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Null where there is room for no more.</summary>
    private ushort? NextCounter(CaseKey key)
    {
        var own = key.Walk(p => cache.Find<EventRow>(RowKind.Event, p) is not null).Count(e => e.Author == membership.Member.Place);
        return own < CaseEvent.MostOfAuthor ? (ushort)own : null;
    }
}
