using IntakeBot.Core.Exchange;

namespace IntakeBot.Exchange;

/// <summary>
/// The one method of an endpoint, who may ask it, and what the log counts of it: nothing where <paramref name="Counted"/> is null. docs/exchange.md
/// has the table; a test compares.
/// </summary>
internal sealed record ExchangeAccess(string Method, ExchangeCircle Circle, ExchangeLogKind? Counted);
