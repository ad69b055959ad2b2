using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>The store of a data folder, through the server where one runs, and else opened for as long as the verb needs it.</summary>
internal sealed class RunningStore : IAsyncDisposable
{
    private readonly string _folder;
    private readonly SealedStore? _own;

    private RunningStore(string folder, SealedStore? own) => (_folder, _own) = (folder, own);

    public static Task<RunningStore> OpenAsync(string folder)
    {
        // An empty question asks for nothing: is somebody there?
        using var asked = OperatorSocket.Ask(folder, "");
        return Task.FromResult(new RunningStore(folder, asked is null ? OpenOwn(folder) : null));
    }

    public CopyCounts CopyTo(CopyWriter to)
    {
        if (_own is not null)
        {
            return _own.WriteCopy(to);
        }

        using var answer = new BufferedStream(Ask(OperatorSocket.Copy), 1 << 16);
        return new CopyReader(answer).PassTo(to);
    }

    public async Task<ScrubReport> ScrubAsync(Day before)
    {
        if (_own is not null)
        {
            return _own.Scrub(before);
        }

        await using var answer = Ask($"{OperatorSocket.Scrub} {before}");
        return await OperatorAnswer.ReadAsync(answer, CliJson.Default.ScrubReport);
    }

    public async Task<int> PurgeAsync(Day before)
    {
        if (_own is not null)
        {
            return await _own.PurgeAsync(before);
        }

        await using var answer = Ask($"{OperatorSocket.Purge} {before}");
        return await OperatorAnswer.ReadAsync(answer, CliJson.Default.Int32);
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? default;

    private static SealedStore OpenOwn(string folder)
    {
        // What is no store yet is not made one by looking.
        if (SealedStore.Problems(folder) is [var problem, ..])
        {
            throw new StoreException(problem);
        }

        return SealedStore.Exists(folder)
            ? SealedStore.Open(folder, TimeProvider.System)
            : throw new StoreException($"{Path.GetFullPath(folder)}: holds no store; name the server's data folder with --data.");
    }

    private System.Net.Sockets.NetworkStream Ask(string what) =>
        OperatorSocket.Ask(_folder, what) ?? throw new StoreException($"{_folder}: the server has ended in between; try again.");
}
