using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>What members asked and put, by day, in memory. Which rows that were is held for the day that runs and never leaves it.</summary>
internal sealed class ExchangeCounts
{
    /// <summary>One bit for each member who fetches rows on one day; more than any roster has places.</summary>
    private const int MostMembers = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<Key, (uint Count, uint Different)> _tallies = [];
    private readonly Dictionary<(ExchangeLogKind Kind, Place Row), ulong> _fetchers = [];
    private readonly List<VerifyKey> _members = [];
    private Day _fetchDay;
    private long _changes;

    public void Add(RosterMember member, ExchangeLogKind kind, Place? row, TimeProvider time)
    {
        lock (_lock)
        {
            var today = Day.Today(time);
            Add(new(today, member.Place, member.SigningKey, kind), 1, row is { } place && IsNew(member.SigningKey, kind, place, today) ? 1u : 0);
        }
    }

    /// <summary>Adds what was counted before.</summary>
    public void Add(IEnumerable<ExchangeLogEntry> entries)
    {
        lock (_lock)
        {
            foreach (var entry in entries)
            {
                Add(new(entry.Day, entry.Place, entry.Member, entry.Kind), entry.Count, entry.Different);
            }
        }
    }

    /// <summary>Takes out all of days that are over.</summary>
    public IReadOnlyList<ExchangeLogEntry> TakeOver(TimeProvider time)
    {
        lock (_lock)
        {
            var today = Day.Today(time);
            var over = Entries(k => k.Day < today);
            foreach (var key in _tallies.Keys.Where(k => k.Day < today).ToList())
            {
                _ = _tallies.Remove(key);
            }

            return over;
        }
    }

    /// <summary>All that is here, and how often it has changed.</summary>
    public (IReadOnlyList<ExchangeLogEntry> Entries, long Changes) Look()
    {
        lock (_lock)
        {
            return (Entries(_ => true), _changes);
        }
    }

    private void Add(Key key, uint count, uint different)
    {
        var before = _tallies.GetValueOrDefault(key);
        _tallies[key] = (before.Count + count, before.Different + different);
        _changes++;
    }

    private bool IsNew(VerifyKey member, ExchangeLogKind kind, Place row, Day today)
    {
        if (_fetchDay != today)
        {
            _fetchDay = today;
            _fetchers.Clear();
            _members.Clear();
        }

        var at = _members.IndexOf(member);
        if (at < 0 && _members.Count < MostMembers)
        {
            at = _members.Count;
            _members.Add(member);
        }

        var before = _fetchers.GetValueOrDefault((kind, row));
        var bit = at < 0 ? 0 : 1UL << at;
        _fetchers[(kind, row)] = before | bit;
        return bit == 0 || (before & bit) == 0;
    }

    private IReadOnlyList<ExchangeLogEntry> Entries(Func<Key, bool> which) =>
    [
        .. _tallies.Where(t => which(t.Key))
            .OrderBy(t => t.Key.Day).ThenBy(t => t.Key.Place).ThenBy(t => t.Key.Member?.ToString(), StringComparer.Ordinal).ThenBy(t => t.Key.Kind)
            .Select(t => new ExchangeLogEntry
            {
                Day = t.Key.Day,
                Place = t.Key.Place,
                Member = t.Key.Member,
                Kind = t.Key.Kind,
                Count = t.Value.Count,
                Different = t.Value.Different,
            }),
    ];

    private readonly record struct Key(Day Day, byte Place, VerifyKey? Member, ExchangeLogKind Kind);
}
