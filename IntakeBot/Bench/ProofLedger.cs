using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Bench;

/// <summary>
/// What a store may hold after its process was killed: of each place the version last acknowledged, or one tried after it.
/// A removal is a version too, <see cref="Absent"/>.
/// </summary>
internal sealed class ProofLedger
{
    public static readonly RowVersion Absent = new(0);

    private readonly Dictionary<Place, List<RowVersion>> _mayBe = [];

    public int Acknowledged { get; private set; }

    public void Tried(Place place, RowVersion version)
    {
        if (!_mayBe.TryGetValue(place, out var known))
        {
            _mayBe[place] = known = [Absent];
        }

        known.Add(version);
    }

    public void Acknowledge(Place place, RowVersion version)
    {
        Acknowledged++;
        var known = _mayBe[place];
        known.RemoveRange(0, known.LastIndexOf(version));
    }

    /// <summary>
    /// Compares a store that was opened again: places whose row is another than it may be, or gone; and places with only one
    /// of the two rows that were written together. What was found is from now on what is there.
    /// </summary>
    public (int Lost, int Half) Compare(SealedStore store)
    {
        var (lost, half) = (0, 0);
        foreach (var (place, known) in _mayBe)
        {
            var hot = store.Find<HotRow>(place);
            var found = hot?.Version ?? Absent;
            lost += known.Contains(found) ? 0 : 1;
            half += (hot is null) == (store.Find<ColdRow>(place) is null) ? 0 : 1;
            _mayBe[place] = [found];
        }

        return (lost, half);
    }
}
