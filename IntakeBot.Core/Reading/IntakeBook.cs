using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// All cached intakes as one member opens them, in memory only. Each state of it is whole and never changes: who reads one while others are opened sees
/// the former.
/// </summary>
public sealed class IntakeBook(Membership membership, RowCache cache) : IDisposable
{
    private readonly Lock _writing = new();
    private readonly List<CaseKey> _retired = [];
    private IReadOnlyDictionary<Place, BookedIntake> _intakes = new Dictionary<Place, BookedIntake>();

    /// <summary>Those that are stored and those that were erased; without a reading where they are for others.</summary>
    public IReadOnlyDictionary<Place, BookedIntake> Intakes => Volatile.Read(ref _intakes);

    /// <summary>That opened intakes name: what <see cref="RowSync.Mailboxes"/> wants.</summary>
    public IReadOnlySet<Place> Mailboxes => Intakes.Values
        .Select(i => i.Opening.Reading?.Mailbox).OfType<ReadOnlyMemory<byte>>().Select(m => Place.Read(m.Span)).ToHashSet();

    /// <summary>Opens every intake of the cache.</summary>
    public void OpenAll() => Refresh([.. Intakes.Keys, .. cache.Places(RowKind.Cold), .. cache.Places(RowKind.Tombstone)]);

    /// <summary>Opens these anew; takes out what is no longer cached.</summary>
    public void Refresh(IReadOnlyCollection<Place> places)
    {
        lock (_writing)
        {
            var opened = new ConcurrentDictionary<Place, BookedIntake?>();
            _ = Parallel.ForEach(places.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, place => opened[place] = Open(place));
            var next = new Dictionary<Place, BookedIntake>(_intakes);
            foreach (var (place, intake) in opened)
            {
                _ = next.Remove(place, out var before);
                var kept = Keep(before, intake);
                if (kept is not null)
                {
                    next[place] = kept;
                }
            }

            Volatile.Write(ref _intakes, next);
        }
    }

    /// <summary>Forgets every key; nothing may be read of it afterwards.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _retired.ForEach(k => k.Dispose());
            _intakes.Values.ToList().ForEach(i => i.Opening.Key?.Dispose());
            Volatile.Write(ref _intakes, new Dictionary<Place, BookedIntake>());
        }
    }

    public override string ToString() => $"{Intakes.Count} intakes";

    /// <summary>An intake keeps its key as long as it is there: who works with a former state of it holds the same one.</summary>
    private BookedIntake? Keep(BookedIntake? before, BookedIntake? after)
    {
        if (before?.Opening.Key is not { } own)
        {
            return after;
        }

        if (after?.Opening.Key is not { } drawn || own.PlaceOf(0, 0) != drawn.PlaceOf(0, 0))
        {
            _retired.Add(own);
            return after;
        }

        drawn.Dispose();
        return after with { Opening = after.Opening with { Key = own } };
    }

    private BookedIntake? Open(Place place)
    {
        if (cache.Find<Tombstone>(RowKind.Tombstone, place) is { } tombstone)
        {
            return new(new(place, null) { Erased = tombstone.Erased }, tombstone.Expires);
        }

        return cache.Find<ColdRow>(RowKind.Cold, place) is { } cold && cache.Find<HotRow>(RowKind.Hot, place) is { } hot
            ? new(membership.Open(cold, hot), cold.Expires)
            : null;
    }
}
