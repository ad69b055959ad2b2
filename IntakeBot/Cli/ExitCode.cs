namespace IntakeBot.Cli;

/// <summary>What a verb ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It was tried and did not succeed.</summary>
    public const int Failed = 1;

    /// <summary>Refused before anything happened: arguments, files or settings are to be mended.</summary>
    public const int Refused = 2;

    /// <summary>The store's engine failed: start the process again, nothing acknowledged is lost (EX_TEMPFAIL of sysexits.h).</summary>
    public const int StartAgain = 75;
}
