using System.Net;

namespace IntakeBot.Core.Exchange;

/// <summary>What came back for one request. <paramref name="IsSigned"/>: by the roster's Exchange key, for this request.</summary>
internal readonly record struct ExchangeAnswer(HttpStatusCode Code, byte[] Body, bool IsSigned, DateTimeOffset? Date)
{
    public override string ToString() => nameof(ExchangeAnswer);
}
