namespace IntakeBot.Core.Sealing;

/// <summary>
/// Where systemd puts a service's secrets (LoadCredential=): a folder in memory that only the service's account may enter. From version 254 on the files
/// belong to root and an access list lets the account read, which the mode shows as "the group may read": 0440 (systemd issue 29435).
/// </summary>
public static class CredentialFolder
{
    private const string Variable = "CREDENTIALS_DIRECTORY";

    private const UnixFileMode Anybody = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>What the mode of this file may allow beyond its owner.</summary>
    public static UnixFileMode Tolerated(string file) => Is(Path.GetDirectoryName(Path.GetFullPath(file))) ? UnixFileMode.GroupRead : UnixFileMode.None;

    /// <summary>True for the folder that systemd names, where others than its owner and group may not enter it.</summary>
    public static bool Is(string? path) => !OperatingSystem.IsWindows()
        && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
        && path == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))
        && (File.GetUnixFileMode(folder) & Anybody) == 0;
}
