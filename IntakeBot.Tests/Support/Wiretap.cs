using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntakeBot.Tests.Support;

/// <summary>A port on this machine that passes everything on to another one, and keeps every byte of both ways.</summary>
internal sealed class Wiretap : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly MemoryStream _heard = new();
    private readonly Task _listening;

    private readonly bool _isSocks;

    /// <summary>Port 0: any free one. <paramref name="isSocks"/>: it is spoken to as to a SOCKS5 proxy, wherever that is asked to go.</summary>
    public Wiretap(Uri target, int port = 0, bool isSocks = false)
    {
        _isSocks = isSocks;
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _listening = ListenAsync(target);
    }

    public Uri Address { get; }

    /// <summary>Where a SOCKS5 proxy was asked to lead to, each time.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public byte[] Heard
    {
        get
        {
            lock (_lock)
            {
                return _heard.ToArray();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _listening;
        _stop.Dispose();
        _heard.Dispose();
    }

    private async Task ListenAsync(Uri target)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token), target));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task PassAsync(TcpClient caller, Uri target)
    {
        using (caller)
        using (var called = new TcpClient())
        {
            try
            {
                if (_isSocks)
                {
                    await GreetAsync(caller.GetStream());
                }

                await called.ConnectAsync(IPAddress.Loopback, target.Port, _stop.Token);
                await Task.WhenAny(CopyAsync(caller.GetStream(), called.GetStream()), CopyAsync(called.GetStream(), caller.GetStream()));
            }
            catch (Exception end) when (end is SocketException or IOException or OperationCanceledException)
            {
                // Nobody listens there, or the test is over.
            }
        }
    }

    /// <summary>RFC 1928, for an IPv4 address or a name and without a password: what is said before one is led on.</summary>
    private async Task GreetAsync(NetworkStream caller)
    {
        var said = new byte[260];
        await caller.ReadExactlyAsync(said.AsMemory(0, 2), _stop.Token);
        await caller.ReadExactlyAsync(said.AsMemory(0, said[1]), _stop.Token);
        await caller.WriteAsync(new byte[] { 5, 0 }, _stop.Token);
        await caller.ReadExactlyAsync(said.AsMemory(0, 5), _stop.Token);
        var (isName, rest) = (said[3] == 3, said[3] == 3 ? said[4] + 2 : 5);
        await caller.ReadExactlyAsync(said.AsMemory(5, rest), _stop.Token);
        var port = (said[3 + rest] * 256) + said[4 + rest];
        Asked.Enqueue($"{(isName ? Encoding.ASCII.GetString(said, 5, rest - 2) : new IPAddress(said.AsSpan(4, 4)).ToString())}:{port}");
        await caller.WriteAsync(new byte[] { 5, 0, 0, 1, 0, 0, 0, 0, 0, 0 }, _stop.Token);
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[8192];
        try
        {
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var length)
            {
                lock (_lock)
                {
                    _heard.Write(buffer, 0, length);
                }

                await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side hung up.
        }
    }
}
