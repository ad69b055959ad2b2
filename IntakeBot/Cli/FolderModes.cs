using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>Who else may enter the folders of keys and data, and change the settings.</summary>
internal static class FolderModes
{
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode Others = OthersWrite | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>A folder that is not there is another's to tell.</summary>
    public static IEnumerable<string> Warnings(string configFolder, string dataFolder, Settings? settings)
    {
        string[] keys = settings is null ? [] : [settings.Keys.ServerKeyFile, settings.Keys.ExchangeKeyFile, .. settings.Telegram.All.Select(b => b.Bot.TokenFile)];
        return
        [
            .. from folder in keys.Select(k => Path.GetDirectoryName(SettingsFile.PathOf(configFolder, k))!).Append(Path.GetFullPath(dataFolder)).Distinct()
               where Allows(folder, Others) && !CredentialFolder.Is(folder)
               select $"{folder}: others than its owner may enter; run chmod 700 {folder}",
            .. from file in new[] { configFolder, Path.Combine(configFolder, SettingsFile.Name) }.Select(Path.GetFullPath)
               where Allows(file, OthersWrite)
               select $"{file}: others than its owner may change it, and with it where the token goes; run chmod go-w {file}",
        ];
    }

    private static bool Allows(string path, UnixFileMode mode) =>
        !OperatingSystem.IsWindows() && Path.Exists(path) && (File.GetUnixFileMode(path) & mode) != 0;
}
