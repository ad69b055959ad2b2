using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>The opened intakes in the order in which they are read. Each has a name of its own until the desk is locked, which leads to nothing afterwards.</summary>
internal sealed class CaseBook(Membership membership, IntakeBook book, RowCache cache, TimeProvider time)
{
    private const int HandleBytes = 8;

    private readonly ConcurrentDictionary<Place, string> _handles = new();
    private readonly ConcurrentDictionary<Place, DateTimeOffset?> _seen = new();
    private readonly Lock _drawing = new();
    private readonly ConcurrentDictionary<Place, EventFold> _work = [];
    private readonly Dictionary<Place, (BookedIntake Intake, Case Case)> _drawn = [];
    private CaseSheet _sheet = new() { Cases = [], Erased = [], Others = 0, Number = 0, NewUrgent = 0 };

    public CaseSheet Sheet => Volatile.Read(ref _sheet);

    public Case? Find(string handle) => Sheet.Cases.FirstOrDefault(c => c.Handle == handle);

    /// <summary>Another text once anything that a case's page shows has changed; null where there is no such case any more.</summary>
    public string? MarkOf(string handle) => Find(handle) is { } @case
        ? $"{@case.Mark}-{(@case.Reading.Mailbox is { } box ? cache.Find<Mailbox>(RowKind.Mailbox, Place.Read(box.Span))?.Version : null)}" : null;

    /// <summary>
    /// Draws the sheet anew. What is there <paramref name="atStart"/> counts as seen before. An event's place does not tell of which case it is, so
    /// where <paramref name="events"/> came every case looks for its own.
    /// </summary>
    public void Draw(bool atStart, bool events)
    {
        lock (_drawing)
        {
            if (events)
            {
                _work.Clear();
            }

            var intakes = book.Intakes.Values.ToList();
            var fresh = intakes.Where(i => i.Opening.Reading is not null && !_seen.ContainsKey(i.Opening.Place)).Select(i => i.Opening.Place).ToList();
            foreach (var place in fresh)
            {
                _seen[place] = atStart ? null : time.GetUtcNow();
            }

            foreach (var gone in _drawn.Keys.Except(intakes.Select(i => i.Opening.Place)).ToList())
            {
                _ = _drawn.Remove(gone);
                _ = _work.TryRemove(gone, out _);
            }

            _ = Parallel.ForEach(
                intakes.Where(i => i.Opening.Key is not null && !_work.ContainsKey(i.Opening.Place)),
                i => _work[i.Opening.Place] = EventFold.Of(i.Opening.Key!, cache, membership.Roster));
            var cases = Merged([.. intakes.Select(CaseOf).OfType<Case>().Order(Case.MostUrgentFirst)]);
            var urgent = atStart ? 0 : cases.Count(c => c.Triage.MayBe == Level.U1 && fresh.Contains(c.Place));
            Volatile.Write(ref _sheet, new()
            {
                Cases = cases,
                Erased = [.. intakes.Where(i => i.Opening.Erased is not null).Select(i => (i.Opening.Place, i.Opening.Erased!.Value)).OrderByDescending(e => e.Value)],
                Others = intakes.Count(i => i.Opening is { Reading: null, Erased: null }),
                Number = _sheet.Number + 1,
                NewUrgent = _sheet.NewUrgent + urgent,
            });
        }
    }

    /// <summary>
    /// A case that goes on in another leaves the queue only while that one is here; and where two desks at once merged cases into each other, the one
    /// of the smallest place stays: nobody may be lost between them.
    /// </summary>
    private static List<Case> Merged(List<Case> cases)
    {
        var into = cases.Where(c => c.Work.MergedInto is not null).ToDictionary(c => c.Place.Value, c => c.Work.MergedInto!.Value);
        var there = into.Count == 0 ? [] : cases.Select(c => c.Place.Value).ToHashSet();
        return into.Count == 0 ? cases : [.. cases.Select(c => into.TryGetValue(c.Place.Value, out var other) && there.Contains(other) && !StaysInCircle(c.Place.Value, into) ? c with { IsMerged = true } : c)];
    }

    private static bool StaysInCircle(UInt128 place, Dictionary<UInt128, UInt128> into)
    {
        var seen = new HashSet<UInt128>();
        var at = place;
        while (into.TryGetValue(at, out var next) && seen.Add(at))
        {
            at = next;
        }

        return at == place && seen.Min() == place;
    }

    /// <summary>The same as before where neither rows nor events changed.</summary>
    private Case? CaseOf(BookedIntake intake)
    {
        var place = intake.Opening.Place;
        if (_drawn.TryGetValue(place, out var before) && ReferenceEquals(before.Intake, intake) && _work.TryGetValue(place, out var work) && ReferenceEquals(work, before.Case.Events))
        {
            return before.Case;
        }

        _ = _drawn.Remove(place);
        if (Draw(intake) is not { } drawn)
        {
            return null;
        }

        _drawn[place] = (intake, drawn);
        return drawn;
    }

    private Case? Draw(BookedIntake intake) => intake.Opening is not { Reading: { } reading, Triage: { } triage, By: { } by, Key: { } key, Place: var place } ? null
        : new(_handles.GetOrAdd(place, _ => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(HandleBytes))), place, reading, triage, by, key)
        {
            KeptUntil = intake.KeptUntil,
            Marks = CaseMarks.Of(reading, by.Form),
            IsChild = ChildFact.IsAboutChild(reading),
            Seen = _seen.GetValueOrDefault(place),
            Events = _work[place],
        };
}
