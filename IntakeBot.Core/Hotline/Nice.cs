using System.Runtime.InteropServices;

namespace IntakeBot.Core.Hotline;

/// <summary>Lets a thread give way to all others of this machine.</summary>
internal static partial class Nice
{
    /// <summary>PRIO_PROCESS of setpriority(2); on Linux, with id 0, the calling thread alone.</summary>
    private const int CallingThread = 0;

    private const int Level = 10;

    /// <summary>Of the calling thread, for good. Where the system has no such thing nothing happens: it is for speed alone.</summary>
    public static void GiveWay()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(CallingThread, 0, Level);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, uint who, int priority);
}
