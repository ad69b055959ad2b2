namespace IntakeBot.Tests.Support;

/// <summary>File modes for tests that also run on Windows, where nothing happens.</summary>
internal static class FileModes
{
    public static void Set(string file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }
    }

    public static UnixFileMode Of(string file) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
}
