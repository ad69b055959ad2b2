using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>Which places of one kind are asked for in a round: always as many, those that are wanted first, then known ones by turns.</summary>
internal sealed class PlaceTurns
{
    private UInt128 _wanted;
    private UInt128 _known;

    /// <summary>
    /// In the order of places, which says nothing of why each is asked for. Where there are too few, some come twice; where there are none, they are
    /// places of nothing.
    /// </summary>
    public IReadOnlyList<Place> Take(IEnumerable<Place> wanted, IEnumerable<Place> known, int count)
    {
        var first = Next(wanted, count, ref _wanted);
        var then = Next(known.Except(first), count - first.Count, ref _known);
        List<Place> taken = [.. first, .. then];
        for (var i = 0; taken.Count < count; i++)
        {
            taken.Add(first.Count + then.Count > 0 ? taken[i] : Place.Random());
        }

        return [.. taken.OrderBy(p => p.Value)];
    }

    /// <summary>Those that follow the last one that was taken, and from the first one on again.</summary>
    private static List<Place> Next(IEnumerable<Place> places, int count, ref UInt128 last)
    {
        var after = last;
        List<Place> next = [.. places.OrderBy(p => p.Value <= after).ThenBy(p => p.Value).Take(count)];
        last = next.Count > 0 ? next[^1].Value : last;
        return next;
    }
}
