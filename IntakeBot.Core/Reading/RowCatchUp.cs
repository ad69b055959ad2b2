using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// All that is missing at once, as fast as the server lets a member ask: at the first start, or after a weekend. Who counts requests sees that it happens
/// and how much was missing.
/// </summary>
internal sealed class RowCatchUp(RowFetch fetch, TimeProvider time)
{
    /// <summary>What so many rounds would fetch is left to them.</summary>
    public const int Rounds = 4;

    public const int InFlight = 8;

    /// <summary>Rows after which the cache takes them and the desk hears of them.</summary>
    private const int Batch = 128;

    private readonly RequestPace _pace = new(time);

    public static bool IsNeeded(RoundNeeds needs, RoundShape shape) => RoundShape.Kinds.Any(k => needs.Wanted(k).Skip(Rounds * shape.Of(k)).Any());

    /// <summary>Tombstones first, then the rows of intakes place by place, so that those that are there can be read; mailboxes last, in an order of their own.</summary>
    public async Task RunAsync(RoundNeeds needs, Action<int, int> progress, CancellationToken cancellationToken)
    {
        List<RowName> names =
        [
            .. RoundShape.Kinds.SelectMany(k => needs.Wanted(k).Select(p => new RowName(k, p)))
                .OrderBy(n => n.Kind switch { RowKind.Tombstone => 0, RowKind.Mailbox => 2, _ => 1 }).ThenBy(n => n.Place.Value).ThenBy(n => n.Kind),
        ];
        var done = 0;
        foreach (var batch in names.Chunk(Batch))
        {
            progress(done, names.Count);
            await fetch.GetAsync(batch, needs, _pace, cancellationToken);
            done += batch.Length;
        }
    }
}
