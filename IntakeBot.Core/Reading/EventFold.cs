using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>The case events of one intake, found among cached rows and opened. <paramref name="Damaged"/>: how many lie there and do not open.</summary>
public sealed record EventFold(CaseState State, int Damaged)
{
    public static EventFold Of(CaseKey key, RowCache cache, Roster roster)
    {
        var opened = key.Walk(place => cache.Find<EventRow>(RowKind.Event, place) is not null)
            .Select(e => EventOpener.Open(cache.Find<EventRow>(RowKind.Event, e.Place)!, key, roster)).ToList();
        return new(CaseState.Of(opened.OfType<EventOpening.Opened>().Select(o => o.Known)), opened.Count(o => o is EventOpening.Damaged));
    }

    public override string ToString() => nameof(EventFold);
}
