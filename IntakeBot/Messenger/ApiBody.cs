using System.Buffers;

namespace IntakeBot.Messenger;

/// <summary>The whole body of one answer in a rented buffer, which is zeroed when it goes back: bodies hold names and buttons.</summary>
internal sealed class ApiBody : IDisposable
{
    private byte[] _buffer;
    private int _length;

    private ApiBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <summary><paramref name="limit"/> counts anew here: the headers had their own.</summary>
    public static async Task<ApiBody> ReadAsync(HttpContent content, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(limit);
        return await ReadAsync(await content.ReadAsStreamAsync(late.Token), content.Headers.ContentLength, late.Token);
    }

    /// <summary><paramref name="length"/>: what was announced, and only where to begin.</summary>
    public static async Task<ApiBody> ReadAsync(Stream stream, long? length, CancellationToken cancellationToken)
    {
        var body = new ApiBody((int)Math.Clamp(length + 1 ?? 0, 4096, 1 << 20));
        try
        {
            await body.FillAsync(stream, cancellationToken);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose() => GiveBack(Interlocked.Exchange(ref _buffer, []));

    private async Task FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken) is var read and > 0)
        {
            _length += read;
            if (_length == _buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(2 * _length);
                Memory.Span.CopyTo(larger);
                GiveBack(_buffer);
                _buffer = larger;
            }
        }
    }

    private void GiveBack(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            buffer.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
