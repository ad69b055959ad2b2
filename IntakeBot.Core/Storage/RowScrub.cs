using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Reads every row of one moment, checks its hash and its fields, and looks for what the hash of a row cannot show: an intake of which one row is
/// missing, a row where somebody erased, a row that its door or tag does not lead to. Changes nothing.
/// </summary>
internal sealed class RowScrub(RowReader reader, Day before)
{
    private readonly List<string> _named = [];
    private readonly Dictionary<RowKind, HashSet<Place>> _places = [];
    private int _faults;

    public static string Word(RowKind kind) => kind switch
    {
        RowKind.Cold => "cold rows",
        RowKind.Hot => "hot rows",
        RowKind.Mailbox => "mailboxes",
        RowKind.Tombstone => "tombstones",
        _ => "case events",
    };

    public ScrubReport Run(StoreSnapshot snapshot)
    {
        var kinds = RowDocument.Kinds.Select(kind => Scrub(kind, snapshot)).ToList();
        var (cold, hot) = (_places[RowKind.Cold], _places[RowKind.Hot]);
        cold.Except(hot).ToList().ForEach(p => Tell($"{p}: a cold row without its hot row"));
        hot.Except(cold).ToList().ForEach(p => Tell($"{p}: a hot row without its cold row"));
        foreach (var kind in (RowKind[])[RowKind.Cold, RowKind.Hot, RowKind.Mailbox])
        {
            _places[kind].Intersect(_places[RowKind.Tombstone]).ToList().ForEach(p => Tell($"{p}: is among {Word(kind)}, though it was erased; the next start removes it"));
        }

        return new() { Kinds = kinds, Faults = _faults, Named = _named };
    }

    private ScrubLine Scrub(RowKind kind, StoreSnapshot snapshot)
    {
        var (whole, damaged, over) = (0, 0, 0);
        var places = _places[kind] = [];
        foreach (var (place, row) in snapshot.Rows(kind))
        {
            places.Add(place);
            if (row is null)
            {
                damaged++;
                Tell($"{place}: damaged, among {Word(kind)}");
                continue;
            }

            whole++;
            over += row.Expires < before ? 1 : 0;
            if (!IsFound(row))
            {
                Tell($"{place}: its {(row is HotRow ? "door" : "tag")} does not lead to it");
            }
        }

        return new(Word(kind), whole, damaged, over);
    }

    /// <summary>True also where the row has changed since: then it says nothing.</summary>
    private bool IsFound(SealedRow row) =>
        (row is HotRow hot ? reader.Find(hot.Door)?.Place : row is Mailbox mailbox ? reader.Nearest(mailbox.Tag)?.Place : row.Place) == row.Place
        || reader.Peek(row.Kind, row.Place).Row?.Version != row.Version;

    private void Tell(string fault)
    {
        if (_faults++ < ScrubReport.MostNamed)
        {
            _named.Add(fault);
        }
    }
}
