using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace IntakeBot.Cli;

/// <summary>A loopback port that nobody listens at now, below those that Linux gives to whoever connects: between looking and listening no connection takes it.</summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 32_000;

    public static Uri Address()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return new($"http://127.0.0.1:{port}");
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
