using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>Reads a small file that only its owner may be able to read. On Windows the folder's rights decide; no mode is checked there.</summary>
public static class SecretFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>
    /// The bytes, for the caller to zero; or null, and the reason added to <paramref name="problems"/>.
    /// The mode is that of the file that was opened, so that no link can be swapped in between. Where <paramref name="warnings"/>
    /// are given, a mode that lets others read is one of them: mounted secrets of containers are often readable for all inside.
    /// </summary>
    public static byte[]? Read(string file, int maxLength, ICollection<string> problems, ICollection<string>? warnings = null)
    {
        byte[]? buffer = null;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & Others & ~CredentialFolder.Tolerated(file)) != 0)
            {
                (warnings ?? problems).Add($"{file}: others than its owner may read or change it; run chmod 600 {file}");
                if (warnings is null)
                {
                    return null;
                }
            }

            buffer = GC.AllocateArray<byte>(maxLength + 1, pinned: true);
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length <= maxLength)
            {
                return buffer[..length];
            }

            problems.Add($"{file}: is longer than {maxLength} bytes; is it the right file?");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add($"{file}: is missing");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file}: cannot be read; check that it is a file and that this account owns it");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }

        return null;
    }
}
