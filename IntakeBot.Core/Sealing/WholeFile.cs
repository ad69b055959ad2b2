namespace IntakeBot.Core.Sealing;

/// <summary>Writes a small file whole or not at all: a new file beside it, flushed to the disk, then renamed.</summary>
public static class WholeFile
{
    private const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Public = Secret | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Makes a file that was not there; IOException where it was.</summary>
    public static void Create(string file, ReadOnlySpan<byte> bytes, bool secret) => Write(file, bytes, secret, replace: false);

    public static void Replace(string file, ReadOnlySpan<byte> bytes, bool secret) => Write(file, bytes, secret, replace: true);

    private static void Write(string file, ReadOnlySpan<byte> bytes, bool secret, bool replace)
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

        var beside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            using (var stream = new FileStream(beside, options))
            {
                stream.Write(bytes);
                stream.Flush();
                FileSync.Flush(stream.SafeFileHandle);
            }

            File.Move(beside, file, replace);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
