using System.Net;
using System.Net.Sockets;

namespace IntakeBot.Cli;

/// <summary>A loopback port that nobody listens at just now, for throw-away hotlines.</summary>
internal static class FreePort
{
    public static Uri Address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
