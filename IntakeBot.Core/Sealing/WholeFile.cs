namespace IntakeBot.Core.Sealing;

/// <summary>
/// Writes a small file whole or not at all: a new file beside it, flushed to the disk, then renamed; the name is on the disk when
/// it returns.
/// </summary>
public static class WholeFile
{
    private const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    /// <summary>What a write that was cut off leaves behind ends with it.</summary>
    internal const string Unfinished = ".unfinished";

    private const UnixFileMode Public = Secret | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Makes a file that was not there; IOException where it was.</summary>
    public static void Create(string file, ReadOnlySpan<byte> bytes, bool secret) => Write(file, bytes, null, secret, replace: false);

    /// <summary>
    /// Makes a large file that was not there. <paramref name="check"/> reads it back from the disk before it has its name, and throws where it is
    /// not what it should be: then there is no file.
    /// </summary>
    public static void Create(string file, Action<Stream> write, Action<Stream> check, bool secret) => Write(file, [], write, secret, replace: false, check);

    public static void Replace(string file, ReadOnlySpan<byte> bytes, bool secret) => Write(file, bytes, null, secret, replace: true);

    /// <summary>For what is too large to be in memory twice.</summary>
    public static void Replace(string file, Action<Stream> write, bool secret) => Write(file, [], write, secret, replace: true);

    /// <summary>Removes what writes of this file left behind when they were cut off.</summary>
    public static void RemoveUnfinished(string file)
    {
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(file))!, $"{Path.GetFileName(file)}.*{Unfinished}"))
        {
            File.Delete(left);
        }
    }

    private static void Write(string file, ReadOnlySpan<byte> bytes, Action<Stream>? more, bool secret, bool replace, Action<Stream>? check = null)
    {
        if (!replace && Path.Exists(file))
        {
            throw new IOException($"{file}: exists already and is not overwritten; name another file or move it away.");
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = secret ? Secret : Public;
        }

        var beside = $"{file}.{Path.GetRandomFileName()}{Unfinished}";
        try
        {
            using (var stream = new FileStream(beside, options))
            {
                stream.Write(bytes);
                more?.Invoke(stream);
                stream.Flush();
                FileSync.Flush(stream.SafeFileHandle);
            }

            if (check is not null)
            {
                using var written = File.OpenRead(beside);
                FileSync.Forget(written.SafeFileHandle);
                check(written);
            }

            File.Move(beside, file, replace);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }

        FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }
}
