using System.Runtime.InteropServices;

namespace IntakeBot.Hardening;

/// <summary>
/// What this process lets others of its machine see of its memory, where keys are and what a person just pressed. On Linux; elsewhere nothing is done
/// and nothing is said.
/// </summary>
internal static partial class OwnProcess
{
    /// <summary>PR_GET_DUMPABLE and PR_SET_DUMPABLE of prctl(2).</summary>
    private const int AskDumpable = 3;

    private const int BeDumpable = 4;

    /// <summary>RLIMIT_CORE of setrlimit(2).</summary>
    private const int CoreFile = 4;

    /// <summary>Each 0, or the first of them alone, and the runtime opens no door to this process.</summary>
    private static readonly string[] Doors = ["EnableDiagnostics_IPC", "EnableDiagnostics_Debugger", "EnableDiagnostics_Profiler"];

    /// <summary>From now on no core file is written, and no other program of this account reads or traces this one. Programs that it starts write no core file either.</summary>
    public static void Close()
    {
        if (OperatingSystem.IsLinux())
        {
            // Where the system refuses, Warnings finds what it left.
            _ = SetLimit(CoreFile, [0, 0]);
            _ = Control(BeDumpable, 0, 0, 0, 0);
        }
    }

    /// <summary>What is still open, and what to do: one sentence each.</summary>
    public static IEnumerable<string> Warnings()
    {
        if (!OperatingSystem.IsLinux())
        {
            yield break;
        }

        if (!IsOff("EnableDiagnostics") && !Doors.All(IsOff))
        {
            yield return ".NET's diagnostics are on: any program of this account can make this one write its memory to a file; set DOTNET_EnableDiagnostics=0 before it starts.";
        }

        if (Control(AskDumpable, 0, 0, 0, 0) != 0)
        {
            yield return "other programs of this account can read this one's memory, keys included: let no other program run as this account.";
        }

        if (CoreLimit() != 0)
        {
            yield return "a crash can write memory, keys included, to a core file: start with LimitCORE=0 (systemd), --ulimit core=0 (container) or ulimit -c 0.";
        }
    }

    private static ulong CoreLimit()
    {
        Span<ulong> limit = stackalloc ulong[2];
        return GetLimit(CoreFile, limit) == 0 ? limit[0] : ulong.MaxValue;
    }

    /// <summary>The runtime reads the number as hexadecimal, and the older prefix too.</summary>
    private static bool IsOff(string name) =>
        (Environment.GetEnvironmentVariable($"DOTNET_{name}") ?? Environment.GetEnvironmentVariable($"COMPlus_{name}"))?.Trim() is "0" or "0x0" or "00";

    [LibraryImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    /// <summary>struct rlimit of a 64-bit system: what is in force, and the most that it may be set to.</summary>
    [LibraryImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, ReadOnlySpan<ulong> limit);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetLimit(int resource, Span<ulong> limit);
}
