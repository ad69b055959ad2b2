using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>Rows that are written together or not at all. Encodes each row at once, on the caller's thread.</summary>
public sealed class Change
{
    private readonly List<RowWrite> _writes = [];
    private readonly HashSet<(RowKind, Place)> _written = [];

    internal IReadOnlyList<RowWrite> Writes => _writes;

    /// <summary>Writes a row over the one of version <paramref name="expected"/>; null: there must be none at that place yet.</summary>
    public Change Put(SealedRow row, RowVersion? expected) =>
        Add(new RowWrite.Put(row, RowDocument.Of(row), expected));

    /// <summary>Removes the row of version <paramref name="expected"/>; null: whatever is there, damaged or nothing at all.</summary>
    public Change Remove(RowKind kind, Place place, RowVersion? expected)
    {
        _ = RowDocument.Collection(kind);
        return Add(new RowWrite.Remove(kind, place, expected));
    }

    /// <summary>
    /// Erases an intake for the person: both rows, whatever their versions, and in their stead a tombstone. Where she has a number the same
    /// is done to <paramref name="mailbox"/>, whose place is another one: without a tombstone of its own an older data file would bring the
    /// replies back. <paramref name="events"/> are the places of the intake's case events; where they were nobody is told, because that would tie
    /// them to it. False from the store where it was erased before.
    /// </summary>
    public Change Erase(Place place, Day today, Place? mailbox = null, IReadOnlyList<Place>? events = null)
    {
        foreach (var of in events ?? [])
        {
            _ = Remove(RowKind.Event, of, expected: null);
        }

        _ = Remove(RowKind.Hot, place, expected: null).Remove(RowKind.Cold, place, expected: null).Put(Tombstone.Of(place, today), expected: null);
        return mailbox is { } box ? Remove(RowKind.Mailbox, box, expected: null).Put(Tombstone.Of(box, today), expected: null) : this;
    }

    private Change Add(RowWrite write)
    {
        if (!_written.Add((write.Kind, write.Place)))
        {
            throw new ArgumentException("A change writes a row once.", nameof(write));
        }

        if (write.Door is { } door && _writes.Exists(w => w.Door == door))
        {
            throw new ArgumentException("A door leads to one row.", nameof(write));
        }

        _writes.Add(write);
        return this;
    }
}
