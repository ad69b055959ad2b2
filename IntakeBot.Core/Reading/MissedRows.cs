using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Rows that were asked for and not given, though the server lists that version: they are not asked for first again, so that one damaged row keeps no
/// other one waiting. Mailboxes, which nothing lists, stand here without a version, and are not asked for again until the desk starts anew.
/// </summary>
internal sealed class MissedRows
{
    private readonly ConcurrentDictionary<RowName, RowVersion> _rows = new();

    public void Add(RowName name, RowVersion listed) => _rows[name] = listed;

    public bool Contains(RowName name, RowVersion listed) => _rows.TryGetValue(name, out var missed) && missed == listed;
}
