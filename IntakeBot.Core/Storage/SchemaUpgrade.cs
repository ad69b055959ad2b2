using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Brings a store of an older schema up to date: on a copy beside it, of which every row is then compared, and which only then takes the store's place
/// by one rename. Killed anywhere, the old store or the new one is there, whole.
/// </summary>
internal sealed class SchemaUpgrade(StoreFolder folder)
{
    public const string Beside = "upgrading";

    private readonly StoreFolder _beside = new(Path.Combine(folder.Folder, Beside));

    /// <summary>Removes what an upgrade that was cut off left behind.</summary>
    public void Clear()
    {
        if (Directory.Exists(_beside.Folder))
        {
            Directory.Delete(_beside.Folder, recursive: true);
        }
    }

    /// <summary>To be called with the lock held, the log empty and no engine open.</summary>
    public void Run()
    {
        CheckRoom();
        Clear();
        PrivateFolder(_beside.Folder);
        File.Copy(folder.Data, _beside.Data);
        File.Copy(folder.Made, _beside.Made);
        var before = Digest(StoreEngine.OpenAsIs(_beside));
        StoreEngine.OpenAsIs(_beside).UpToDate().Dispose();
        if (!before.SequenceEqual(Digest(StoreEngine.OpenAsIs(_beside))))
        {
            throw new StoreException($"{folder.Data}: its rows are not all the same after the upgrade, which was tried on a copy; nothing was changed. Start the version of the program that wrote it.");
        }

        using (var copy = File.OpenHandle(_beside.Data, FileMode.Open, FileAccess.ReadWrite))
        {
            FileSync.Flush(copy);
        }

        File.Move(_beside.Data, folder.Data, overwrite: true);
        FolderSync.Flush(folder.Folder);
        Clear();
    }

    /// <summary>Every row's kind, place and hash; a damaged one's place alone, so that it may stay damaged and must stay there.</summary>
    private static List<string> Digest(StoreEngine engine)
    {
        using (engine)
        {
            using var reader = new RowReader(engine.Lite, _ => { });
            using var snapshot = new StoreSnapshot(reader, () => { });
            return
            [
                .. from kind in RowDocument.Kinds
                   from found in snapshot.Rows(kind)
                   select $"{kind} {found.Place} {(found.Row is { } row ? Convert.ToHexStringLower(row.Encode().AsSpan(^32..)) : "damaged")}",
            ];
        }
    }

    private static void PrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = Directory.CreateDirectory(path);
        }
        else
        {
            _ = Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void CheckRoom()
    {
        var needed = new FileInfo(folder.Data).Length + ((long)DiskRoom.NeededMegabytes << 20);
        if (new DriveInfo(folder.Folder).AvailableFreeSpace < needed)
        {
            throw new StoreException($"{folder.Folder}: the upgrade is tried on a copy first and needs {needed >> 20} MiB of free disk; free some and start again.");
        }
    }
}
