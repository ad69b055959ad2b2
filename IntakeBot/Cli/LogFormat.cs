namespace IntakeBot.Cli;

/// <summary>How the log is written.</summary>
internal static class LogFormat
{
    /// <summary>True: as JSON; null where the setting is none of the three.</summary>
    public static bool? Read(string setting) => setting switch
    {
        "json" => true,
        "text" => false,
        "auto" => Console.IsOutputRedirected,
        _ => null,
    };
}
