using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace IntakeBot.Cli;

/// <summary>
/// A loopback port that nobody listens at now, below those that Linux gives to whoever connects: between looking and listening no connection takes it.
/// One process is given none twice, so that a server that is away for a moment finds its own free when it comes back.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 32_000;

    private static int _last = RandomNumberGenerator.GetInt32(Last - First);

    public static Uri Address()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % (Last - First));
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
