using IntakeBot.Core.Sealing;
using LiteDB;

namespace IntakeBot.Core.Storage;

/// <summary>
/// What the calendar and a changed roster do to rows: looks through a kind page by page and commits each page's changes together. Damaged rows
/// stay as they are, and a row that somebody else writes meanwhile is looked at again.
/// </summary>
internal sealed class RowSweep(StoreWriter writer)
{
    private const int PageSize = 256;

    /// <summary>Of tombstones those that end before another day.</summary>
    public async Task<int> RemoveExpiredAsync(Day today, Day stonesBefore)
    {
        var removed = 0;
        foreach (var kind in RowDocument.Kinds)
        {
            var first = kind == RowKind.Tombstone ? stonesBefore : today;
            removed += await OverAsync(kind, d => RowDocument.MayEndBefore(d, first), async place =>
                writer.Reader.Removal(kind, place, first) is { } removal && await writer.CommitAsync(removal));
        }

        return removed;
    }

    /// <summary>A row that staff extended seems begun later than it was and is closed, again, that much later: harmless.</summary>
    public Task<int> CloseDoorsAsync(Day? after, Day through, int daysKept)
    {
        bool Begun(int expires) => expires - daysKept is var begun && begun <= through.Number && !(begun <= after?.Number);
        return OverAsync(RowKind.Hot, d => d[RowDocument.Expires] is { IsInt32: true } day && Begun(day), async place =>
        {
            while (writer.Reader.Find(RowKind.Hot, place) is HotRow row && Begun(row.Expires.Number))
            {
                if (await writer.CommitAsync(new Change().Put(row.Closed(), row.Version)))
                {
                    return true;
                }
            }

            return false;
        });
    }

    /// <summary>Puts throw-away replies for those whose last day is over, and brings days down that are later than they may be now.</summary>
    public Task<int> SweepRepliesAsync(Day today, ReplyDays days) => OverAsync(RowKind.Mailbox, _ => true, async place =>
    {
        while (writer.Reader.Find(RowKind.Mailbox, place) is Mailbox row && row.Swept(today, days) is { } swept)
        {
            if (await writer.CommitAsync(new Change().Put(swept, row.Version)))
            {
                return true;
            }
        }

        return false;
    });

    public async Task<int> EndByAsync(Day last)
    {
        var written = 0;
        foreach (var kind in (RowKind[])[RowKind.Cold, RowKind.Hot])
        {
            written += await OverAsync(kind, d => d[RowDocument.Expires] is { IsInt32: true } day && day > (int)last.Number, async place =>
            {
                while (writer.Reader.Find(kind, place) is { } row && row.Expires > last)
                {
                    SealedRow shortened = row is HotRow hot ? hot.EndingOn(last) : ((ColdRow)row).EndingOn(last);
                    if (await writer.CommitAsync(new Change().Put(shortened, row.Version)))
                    {
                        return true;
                    }
                }

                return false;
            });
        }

        return written;
    }

    /// <summary>Gives every cold row a throw-away stanza at these places.</summary>
    public Task<int> VacateAsync(IReadOnlyCollection<byte> places, CancellationToken cancellationToken) =>
        OverAsync(
            RowKind.Cold,
            _ => true,
            async place =>
            {
                while (writer.Reader.Find(RowKind.Cold, place) is ColdRow row && Vacancy.Of(row, places) is { } vacated)
                {
                    if (await writer.CommitAsync(new Change().Put(vacated, row.Version)))
                    {
                        return true;
                    }
                }

                return false;
            },
            cancellationToken);

    private async Task<int> OverAsync(
        RowKind kind, Func<BsonDocument, bool> concerns, Func<Place, Task<bool>> write, CancellationToken cancellationToken = default)
    {
        var written = 0;
        for (Place? after = null; writer.Reader.Page(kind, after, PageSize) is { Count: > 0 } page;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            after = RowDocument.PlaceOf(page[^1]);
            written += (await Task.WhenAll(page.Where(concerns).Select(d => write(RowDocument.PlaceOf(d))))).Count(done => done);
        }

        return written;
    }
}
