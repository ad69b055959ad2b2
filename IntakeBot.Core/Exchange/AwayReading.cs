using System.Net;
using System.Net.Sockets;

namespace IntakeBot.Core.Exchange;

/// <summary>Tells from a failed request why. Takes no words over from an exception: those name addresses.</summary>
internal static class AwayReading
{
    public static ExchangeReach.Away Of(HttpRequestException failure, bool hasProxy) => failure.HttpRequestError switch
    {
        HttpRequestError.ProxyTunnelError => new(AwayReason.Proxy, "the proxy does not reach the server"),
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError when hasProxy && !IsTimeout(failure) =>
            new(AwayReason.Proxy, "the proxy cannot be reached"),
        HttpRequestError.NameResolutionError => new(AwayReason.Name, "the name of the server is not found"),
        HttpRequestError.SecureConnectionError => new(AwayReason.Tls, "no TLS connection: a certificate this machine does not trust, or another protocol"),
        _ when IsTimeout(failure) => new(AwayReason.Timeout, "no answer in time"),
        HttpRequestError.ConnectionError when SocketErrorOf(failure) is SocketError.ConnectionRefused => new(AwayReason.Refused, "the connection is refused"),
        HttpRequestError.ConnectionError => new(AwayReason.Broken, "no connection"),
        _ => new(AwayReason.Broken, "the connection broke off"),
    };

    /// <summary>Null where the answer does not say that its server is away.</summary>
    public static ExchangeReach.Away? Of(HttpStatusCode unsigned, bool hasProxy) => unsigned switch
    {
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout when hasProxy =>
            new(AwayReason.Proxy, "the proxy, or what stands before the server, says that the server is away"),
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            new(AwayReason.Gateway, "what stands before the server says that it is away"),
        HttpStatusCode.ProxyAuthenticationRequired when hasProxy => new(AwayReason.Proxy, "the proxy asks for a password"),
        _ => null,
    };

    private static bool IsTimeout(Exception failure) =>
        failure.InnerException is TaskCanceledException or TimeoutException || SocketErrorOf(failure) is SocketError.TimedOut;

    private static SocketError? SocketErrorOf(Exception failure) => failure.InnerException switch
    {
        SocketException socket => socket.SocketErrorCode,
        { } inner => SocketErrorOf(inner),
        null => null,
    };
}
