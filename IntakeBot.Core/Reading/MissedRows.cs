using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Rows that were asked for and not given, though the server lists that version: they are not asked for first again, so that one damaged row keeps no
/// other one waiting. Mailboxes, which nothing lists, stand here without a version, and are asked for again after 3 rounds, then 6, 12 and so on up to
/// <see cref="LongestWait"/>: that there is none is said without a signature, so it may not be so.
/// </summary>
internal sealed class MissedRows
{
    /// <summary>Rounds; half an hour at 20 seconds each.</summary>
    public const int LongestWait = 90;

    private const int FirstWait = 3;

    private readonly ConcurrentDictionary<RowName, RowVersion> _rows = new();
    private readonly ConcurrentDictionary<RowName, (long Until, int Wait)> _mailboxes = new();
    private long _round;

    public void BeginRound() => _round++;

    public void Add(RowName name, RowVersion listed)
    {
        if (name.Kind == RowKind.Mailbox)
        {
            _ = _mailboxes.AddOrUpdate(name, _ => (_round + FirstWait, FirstWait), (_, was) => _round < was.Until ? was : Longer(Math.Min(2 * was.Wait, LongestWait)));
        }
        else
        {
            _rows[name] = listed;
        }
    }

    public bool Contains(RowName name, RowVersion listed) => name.Kind == RowKind.Mailbox
        ? _mailboxes.TryGetValue(name, out var mailbox) && _round < mailbox.Until
        : _rows.TryGetValue(name, out var missed) && missed == listed;

    private (long Until, int Wait) Longer(int wait) => (_round + wait, wait);
}
