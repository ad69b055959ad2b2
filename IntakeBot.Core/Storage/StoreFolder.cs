using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>The files of a store and what may be found wrong with them before one is opened.</summary>
internal sealed class StoreFolder(string folder)
{
    public const string DataName = "intakes.db";
    public const string LogName = "intakes-log.db";
    public const string LockName = "intakes.lock";
    public const string MadeName = "intakes.made";
    public const string ProbeName = "intakes.probe-";

    private const int ProbeBytes = 4096;

    private static readonly byte[] MadeText = "This folder has held an IntakeBot store. Without intakes.db, restore a backup.\n"u8.ToArray();

    public string Folder { get; } = Path.GetFullPath(folder);

    public string Data => Path.Combine(Folder, DataName);

    public string Log => Path.Combine(Folder, LogName);

    public string Lock => Path.Combine(Folder, LockName);

    /// <summary>Says that a store existed here, so that a lost file is never taken for a first start.</summary>
    public string Made => Path.Combine(Folder, MadeName);

    /// <summary>Held open for the life of the store: two engines on one file destroy it, and the engine does not look.</summary>
    public FileStream TakeLock()
    {
        try
        {
            return new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new StoreException($"{Lock}: another process uses this store; stop it first, or give each its own folder.", failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StoreException(NotWritable, failure);
        }
    }

    /// <summary>What the files alone show; reads, never writes. The lock must be held.</summary>
    public IEnumerable<string> FileProblems()
    {
        var made = File.Exists(Made);
        var data = new FileInfo(Data);
        if (made && !data.Exists)
        {
            yield return $"{Data}: missing, though a store was here ({Made}); restore a backup, or use an empty folder for a new store.";
        }
        else if (made && data.Length == 0)
        {
            yield return $"{Data}: empty, though a store was here ({Made}); restore a backup, or use an empty folder for a new store.";
        }
        else if ((!data.Exists || data.Length == 0) && new FileInfo(Log) is { Exists: true, Length: > 0 })
        {
            yield return $"{Log}: a log without {Data}; restore both from one backup, or use an empty folder for a new store.";
        }
        else if (data is { Exists: true, Length: > 0 and < 8192 })
        {
            yield return $"{Data}: cut off; restore a backup.";
        }
    }

    /// <summary>What is wrong with the folder itself. A file that deletes itself tells whether it can be written.</summary>
    public IEnumerable<string> FolderProblems()
    {
        if (!Directory.Exists(Folder))
        {
            yield return $"{Folder}: no such folder; create it, readable and writable by this program alone.";
        }
        else if (!CanWrite())
        {
            yield return NotWritable;
        }
    }

    /// <summary>Of the files that are there.</summary>
    public long FileBytes => new[] { Data, Log }.Select(f => new FileInfo(f)).Where(f => f.Exists).Sum(f => f.Length);

    /// <summary>Brings a page of zeros to the disk in a file that deletes itself.</summary>
    public void WriteProbe()
    {
        using var probe = Probe();
        probe.Write(new byte[ProbeBytes]);
        FileSync.Flush(probe.SafeFileHandle);
    }

    /// <summary>Writes the marker and makes it, and the files' names, durable.</summary>
    public void Mark()
    {
        if (File.Exists(Made))
        {
            return;
        }

        using (var marker = new FileStream(Made, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            marker.Write(MadeText);
            marker.Flush();
            FileSync.Flush(marker.SafeFileHandle);
        }

        FolderSync.Flush(Folder);
    }

    private string NotWritable => $"{Folder}: cannot be written; give the account of this program read and write access.";

    private FileStream Probe() => new(
        Path.Combine(Folder, $"{ProbeName}{Environment.ProcessId}"),
        FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);

    private bool CanWrite()
    {
        try
        {
            using var probe = Probe();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
