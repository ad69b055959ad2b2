using System.Net;
using System.Net.Sockets;

namespace IntakeBot.Tests.Support;

/// <summary>A port on this machine that passes everything on to another one, and keeps every byte of both ways.</summary>
internal sealed class Wiretap : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly MemoryStream _heard = new();
    private readonly Task _listening;

    /// <summary>Port 0: any free one.</summary>
    public Wiretap(Uri target, int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _listening = ListenAsync(target);
    }

    public Uri Address { get; }

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
                await called.ConnectAsync(IPAddress.Loopback, target.Port, _stop.Token);
                await Task.WhenAny(CopyAsync(caller.GetStream(), called.GetStream()), CopyAsync(called.GetStream(), caller.GetStream()));
            }
            catch (Exception end) when (end is SocketException or OperationCanceledException)
            {
                // Nobody listens there, or the test is over.
            }
        }
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
