using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace IntakeBot.Messenger;

/// <summary>Where Telegram's deliveries are listened for, and who may come.</summary>
internal sealed record WebhookListening : IDisposable
{
    /// <summary>From where Telegram delivers, as it says itself (core.telegram.org/bots/webhooks); it may change.</summary>
    public static readonly IReadOnlyList<IPNetwork> Telegram = [IPNetwork.Parse("149.154.160.0/20"), IPNetwork.Parse("91.108.4.0/22")];

    public required Uri Address { get; init; }

    /// <summary>Null: whoever reaches the address, which only this machine's reverse proxy does.</summary>
    public IReadOnlyList<IPNetwork>? Networks { get; init; }

    /// <summary>Null: without TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    public X509Certificate2Collection? Chain { get; init; }

    /// <summary>By the connection itself; no header says who somebody is.</summary>
    public bool Admits(IPAddress? peer) =>
        Networks is null || (peer is not null && Networks.Any(n => n.Contains(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer)));

    public void Dispose()
    {
        Certificate?.Dispose();
        foreach (var one in Chain ?? [])
        {
            one.Dispose();
        }
    }

    public override string ToString() => nameof(WebhookListening);
}
