namespace IntakeBot.Core.Exchange;

/// <summary>What can be said of a log that was fetched.</summary>
public enum ExchangeLogState
{
    /// <summary>Each entry follows on the one before, and what was pinned is among them.</summary>
    Whole,

    /// <summary>Whole in itself, and not the one that was seen before: entries were changed, removed, or cut off too early.</summary>
    Rewritten,

    /// <summary>An entry does not follow on the one before it.</summary>
    Broken,
}
