using System.Net;
using System.Text.Json;

namespace IntakeBot.Core.Exchange;

/// <summary>Tells from the answer to a page of the manifest how things stand between desk and server.</summary>
internal static class ReachReading
{
    /// <summary>What the server allows, too.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static ExchangeReach Of(ExchangeAnswer answer, DateTimeOffset now, bool hasProxy) => answer switch
    {
        { IsSigned: true, Code: HttpStatusCode.TooManyRequests } => new ExchangeReach.Reachable(),
        { IsSigned: true, Code: HttpStatusCode.OK } => IsPage(answer.Body) ? new ExchangeReach.Reachable() : new ExchangeReach.Newer(),
        { IsSigned: true } => new ExchangeReach.Newer(),
        { Code: HttpStatusCode.NotFound, Date: { } date } when (now - date).Duration() > Window => new ExchangeReach.ClockOff(now - date),
        { Code: HttpStatusCode.NotFound } => new ExchangeReach.NotKnown(),
        _ => AwayReading.Of(answer.Code, hasProxy) ?? (ExchangeReach)new ExchangeReach.NotTheExchange(),
    };

    private static bool IsPage(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ExchangeJson.Default.ManifestPage) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
