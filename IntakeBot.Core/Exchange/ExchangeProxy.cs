using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// What a desk goes through to reach its Exchange, and a server to reach Telegram: SOCKS5, such as Tor's, or HTTP. It is gone through for every
/// address, those of this machine too, and the proxy looks up the name: nobody on the way sees that it is asked for.
/// </summary>
public sealed class ExchangeProxy : IWebProxy
{
    private const string Remedy = "give it as socks5://HOST:PORT, for Tor socks5://127.0.0.1:9050, or http://HOST:PORT";

    private readonly Uri _address;

    private ExchangeProxy(Uri address) => _address = address;

    /// <summary>There are none: a proxy that asks for a password is refused, because a setting is no place for one.</summary>
    ICredentials? IWebProxy.Credentials
    {
        get => null;
        set => throw new NotSupportedException("A proxy is given no credentials.");
    }

    /// <summary>What is wrong is told without the text: it may hold a password.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ExchangeProxy? proxy, [NotNullWhen(false)] out string? problem)
    {
        problem = ProblemOf(Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null);
        proxy = problem is null ? new(uri!) : null;
        return proxy is not null;
    }

    Uri IWebProxy.GetProxy(Uri destination) => _address;

    bool IWebProxy.IsBypassed(Uri host) => false;

    /// <summary>Scheme, host and port.</summary>
    public override string ToString() => _address.GetLeftPart(UriPartial.Authority);

    private static string? ProblemOf(Uri? uri) => uri switch
    {
        null => $"is no address of a proxy; {Remedy}",
        { Scheme: not ("socks5" or "http") } => $"is neither SOCKS5 nor HTTP; {Remedy}",
        { UserInfo: not "" } => $"holds a name or a password; use a proxy that asks for none; {Remedy}",
        { Host: "" } or { Port: <= 0 } => $"names no host and port; {Remedy}",
        { AbsolutePath: not ("/" or "") } or { Query: not "" } or { Fragment: not "" } => $"holds more than host and port; {Remedy}",
        _ => null,
    };
}
