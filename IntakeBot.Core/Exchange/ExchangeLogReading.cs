using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>A log as it was fetched, and what can be said of it.</summary>
public sealed record ExchangeLogReading
{
    public required ExchangeLogState State { get; init; }

    /// <summary>The number at which an entry does not follow; null unless <see cref="ExchangeLogState.Broken"/>.</summary>
    public uint? BrokenAt { get; init; }

    /// <summary>The number of the first entry that the server still keeps; greater than 1 where older ones were cut.</summary>
    public required uint First { get; init; }

    /// <summary>What the server gave, in its order, also where it is not whole.</summary>
    public required IReadOnlyList<ExchangeLogEntry> Entries { get; init; }

    /// <summary>What to pin now; null unless whole, and where there is no entry. What was pinned before is kept then.</summary>
    public HeadPin? Head { get; init; }

    /// <summary>
    /// Of all pages from the first on. <paramref name="pin"/> is what was seen before, null at the first time: then a log that was written anew as
    /// a whole looks whole.
    /// </summary>
    public static ExchangeLogReading Of(IReadOnlyList<ExchangeLogPage> pages, HeadPin? pin, Day today)
    {
        if (pages.Count == 0 || pages.Select(p => p.Links()).ToList() is var links && links.Contains(null)
            || ExchangeLogPage.Bytes(pages[0].Before, ExchangeLogLink.HashSize) is not { } before)
        {
            throw new InvalidDataException("A page of the log cannot be read; server and this program may be of different versions.");
        }

        var log = ExchangeLogChain.Of(pages[0].First, before, [.. links.SelectMany(l => l!)]);
        var broken = log.BrokenAt();
        var state = broken is not null ? ExchangeLogState.Broken : pin?.IsKeptBy(log, today) ?? true ? ExchangeLogState.Whole : ExchangeLogState.Rewritten;
        return new()
        {
            State = state,
            BrokenAt = broken,
            First = log.First,
            Entries = [.. log.Links.Select(l => l.Entry)],
            Head = state == ExchangeLogState.Whole && log.Links.Count > 0 ? HeadPin.Of(log.Links[^1]) : null,
        };
    }
}
