using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// Brings a file to the disk or says that it did not. .NET has a call for it that says nothing when fsync failed (measured
/// with .NET 10 on Linux, EIO), and a failed fsync is the one warning that what was written may be gone.
/// </summary>
internal static partial class FileSync
{
    private const int Interrupted = 4;
    private const int NotNeeded = 4;

    public static void Flush(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(handle);
            return;
        }

        while (Sync(handle) != 0)
        {
            if (Marshal.GetLastPInvokeError() is not Interrupted and var error)
            {
                throw new IOException($"fsync failed: {Marshal.GetPInvokeErrorMessage(error)}");
            }
        }
    }

    /// <summary>Asks the system to keep nothing of the file in memory, so that who reads it next reads the disk. A wish: no answer is looked at.</summary>
    public static void Forget(SafeFileHandle handle)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Advise(handle, 0, 0, NotNeeded);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(SafeFileHandle handle, long offset, long length, int advice);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(SafeFileHandle handle);
}
