using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Makes a store from a copy, beside where it belongs, and puts it there by one rename. Until then the folder is one whose store was lost, which no
/// server starts on: a restore that was cut off anywhere is begun again. What was erased since the copy was made stays erased.
/// </summary>
public sealed class StoreRestore
{
    internal const string Beside = "restoring";

    private const int Together = 512;

    private readonly StoreFolder _folder;
    private readonly StoreFolder _beside;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly Dictionary<Place, Tombstone> _stones = [];

    private StoreRestore(string dataFolder, TimeProvider time)
    {
        _folder = new(dataFolder);
        _beside = new(Path.Combine(_folder.Folder, Beside));
        _time = time;
    }

    /// <summary>
    /// <paramref name="open"/> gives the copy from its beginning, twice: nothing is written before it was read to its end. StoreException where the
    /// folder holds a store, or one of <paramref name="erased"/>, copies of erased.rows, cannot be read.
    /// </summary>
    public static async Task<RestoreReport> RunAsync(string dataFolder, Func<CopyReader> open, IReadOnlyList<string> erased, TimeProvider time)
    {
        var restore = new StoreRestore(dataFolder, time);
        restore.Refuse();
        await using var held = restore._folder.TakeLock();
        restore.Gather(open(), erased);
        restore._folder.Mark();
        var report = await restore.BuildAsync(open());
        restore.PutInPlace();
        return report;
    }

    private void Refuse()
    {
        if (_folder.FolderProblems().FirstOrDefault() is { } problem)
        {
            throw new StoreException(problem);
        }

        if (new[] { _folder.Data, _folder.Log }.FirstOrDefault(f => new FileInfo(f) is { Exists: true, Length: > 0 }) is { } there)
        {
            throw new StoreException(
                $"{there}: is here, and a restore writes over nothing. Stop the server, move {StoreFolder.DataName} and {StoreFolder.LogName} out of the folder "
                + "and restore again; leave everything else where it is.");
        }
    }

    private void Gather(CopyReader copy, IReadOnlyList<string> erased)
    {
        _ = copy.Read((name, bytes) => _files[name] = bytes, row => Add(row as Tombstone));
        foreach (var file in erased)
        {
            foreach (var stone in ErasedBook.Read(file))
            {
                Add(stone);
            }
        }

        var own = Path.Combine(_folder.Folder, ErasedBook.FileName);
        foreach (var stone in File.Exists(own) ? ErasedBook.Read(own) : [])
        {
            Add(stone);
        }
    }

    private void Add(Tombstone? stone)
    {
        if (stone is not null)
        {
            _stones[stone.Place] = stone;
        }
    }

    private async Task<RestoreReport> BuildAsync(CopyReader copy)
    {
        DeleteBeside();
        _ = Directory.CreateDirectory(_beside.Folder);
        WholeFile.Replace(Path.Combine(_beside.Folder, ErasedBook.FileName), [.. _stones.Values.SelectMany(s => s.Encode())], secret: true);
        await using var store = SealedStore.Open(_beside.Folder, _time);
        var commits = new List<Task<bool>>();
        var leftOut = 0;
        var found = copy.Read((_, _) => { }, row =>
        {
            if (row is Tombstone)
            {
                return;
            }

            if (_stones.ContainsKey(row.Place))
            {
                leftOut++;
                return;
            }

            commits.Add(store.CommitAsync(new Change().Put(row, expected: null)));
            if (commits.Count % Together == 0)
            {
                Task.WhenAll(commits[^Together..]).GetAwaiter().GetResult();
            }
        });
        var all = await Task.WhenAll(commits);
        var kept = store.WriteCopy(new(Stream.Null));
        return all.All(fits => fits) && kept.Damaged == 0 && kept.Rows == all.Length + _stones.Count
            ? new(found, leftOut, _stones.Count)
            : throw new StoreException($"{_beside.Folder}: what was written reads back otherwise; look after the disk and restore again.");
    }

    /// <summary>What speaks of the rows comes from the copy; what knows more than the copy, because it went on, stays.</summary>
    private void PutInPlace()
    {
        File.Move(Path.Combine(_beside.Folder, ErasedBook.FileName), Path.Combine(_folder.Folder, ErasedBook.FileName), overwrite: true);
        foreach (var name in (string[])[DayBook.FileName, PlaceBook.FileName])
        {
            File.Delete(Path.Combine(_folder.Folder, name));
        }

        var hasLog = Directory.EnumerateFiles(_folder.Folder, "exchange.*").Any();
        foreach (var (name, bytes) in _files.Where(f => !(hasLog && f.Key.StartsWith("exchange.", StringComparison.Ordinal))))
        {
            var file = Path.Combine(_folder.Folder, name);
            if (!File.Exists(file))
            {
                _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                WholeFile.Create(file, bytes, secret: true);
            }
        }

        File.Delete(_folder.Log);
        File.Move(_beside.Data, _folder.Data, overwrite: true);
        FolderSync.Flush(_folder.Folder);
        DeleteBeside();
    }

    private void DeleteBeside()
    {
        if (Directory.Exists(_beside.Folder))
        {
            Directory.Delete(_beside.Folder, recursive: true);
        }
    }
}
