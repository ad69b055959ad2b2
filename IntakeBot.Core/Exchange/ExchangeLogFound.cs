namespace IntakeBot.Core.Exchange;

/// <summary>
/// What lies on the disk. <paramref name="Log"/> null: it cannot be relied on, and <paramref name="Problem"/> says why. <paramref name="Today"/>
/// null: nothing of a day that runs.
/// </summary>
public sealed record ExchangeLogFound(ExchangeLogChain? Log, ExchangeLogChain? Today, string? Problem);
