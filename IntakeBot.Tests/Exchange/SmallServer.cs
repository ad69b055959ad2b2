using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntakeBot.Tests.Exchange;

/// <summary>Answers each connection on this machine with what a test says, one after the other.</summary>
internal sealed class SmallServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private SmallServer(Func<NetworkStream, Task> answer)
    {
        _listener.Start();
        _ = ServeAsync(answer);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public static SmallServer Start(Func<NetworkStream, Task> answer) => new(answer);

    /// <summary>Reads one request and gives <paramref name="answer"/> of its first line and headers.</summary>
    public static SmallServer OfHttp(Func<string, string> answer) => new(async stream =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer(await HeadAsync(stream)))));

    /// <summary>A port at which nobody listens.</summary>
    public static int FreePort()
    {
        using var server = Start(_ => Task.CompletedTask);
        return server.Port;
    }

    public static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count > 4 && head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray())) && await stream.ReadAsync(one) > 0)
        {
            head.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. head]);
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(Func<NetworkStream, Task> answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await answer(client.GetStream());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The test is over.
        }
    }
}
