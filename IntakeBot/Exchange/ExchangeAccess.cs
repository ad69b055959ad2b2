namespace IntakeBot.Exchange;

/// <summary>The one method of an endpoint, and whether auditors are left out. docs/exchange.md has the table; a test compares.</summary>
internal sealed record ExchangeAccess(string Method, bool RecipientsOnly);
