namespace IntakeBot.Cli;

/// <summary>Reads the settings from the configuration folder and the environment.</summary>
internal static class SettingsFile
{
    public const string Name = "intakebot.json";

    private const string Prefix = "INTAKEBOT__";

    /// <summary>The settings, or what is wrong with the file. Unknown names are problems too: a misspelt setting must not be silently ignored.</summary>
    public static (Settings? Settings, IReadOnlyList<string> Problems) Read(string configFolder)
    {
        var file = Path.GetFullPath(Path.Combine(configFolder, Name));
        if (!File.Exists(file))
        {
            return (null, [$"{file}: is missing; make one with 'intakebot init {configFolder}'"]);
        }

        try
        {
            var settings = new ConfigurationBuilder()
                .AddJsonFile(file, optional: false, reloadOnChange: false)
                .AddEnvironmentVariables(Prefix)
                .Build()
                .Get<Settings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new();
            string[] problems =
            [
                .. settings.Codes.Problems().Select(p => $"{file}: {nameof(Settings.Codes)}.{p}"),
                .. settings.Floods.Problems().Select(p => $"{file}: {nameof(Settings.Floods)}.{p}"),
                .. settings.Retention.Problems().Select(p => $"{file}: {nameof(Settings.Retention)}.{p}"),
                .. settings.Operator.Problems().Select(p => $"{file}: {nameof(Settings.Operator)}.{p}"),
            ];
            return problems.Length > 0 ? (null, problems) : (settings, []);
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException or FormatException)
        {
            return (null, [$"{file}: {failure.InnerException?.Message ?? failure.Message}"]);
        }
    }

    /// <summary>A path of the settings as an absolute one.</summary>
    public static string PathOf(string configFolder, string path) => Path.GetFullPath(path, Path.GetFullPath(configFolder));
}
