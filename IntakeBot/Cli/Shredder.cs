using System.Security.Cryptography;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Writes random bytes over files, brings them to the disk and deletes them. What an SSD keeps elsewhere it cannot reach.</summary>
internal static class Shredder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>True where the folder looks like a data folder: nothing else is ever shredded.</summary>
    public static bool IsStore(string data) => SealedStore.Exists(data) || File.Exists(Path.Combine(data, "intakes.db"));

    /// <summary>Adds what could not be destroyed: on a day like that the rest goes all the same.</summary>
    public static void Destroy(string file, ICollection<string> problems)
    {
        try
        {
            Destroy(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file}: could not be destroyed ({failure.GetType().Name}); destroy it yourself, or the disk");
        }
    }

    /// <summary>Tells the server to stop and waits for it; what holds the store from then on, or null where the server goes on.</summary>
    public static async Task<IDisposable?> StopServerAsync(string data, CancellationToken cancellationToken)
    {
        TellToStop(data);
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(200))
        {
            if (SealedStore.TryHold(data) is { } held)
            {
                return held;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }

        return null;
    }

    /// <summary>All files of the folder, the database first and what tells a data folder last; how many there were.</summary>
    public static int DestroyAll(string data, ICollection<string> problems)
    {
        var files = Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != StoredSocket.FileName)
            .OrderBy(f => Path.GetFileName(f) switch { "intakes.db" => 0, "intakes.made" => 2, _ => 1 }).ToList();
        files.ForEach(f => Destroy(f, problems));
        if (problems.Count == 0)
        {
            File.Delete(Path.Combine(data, StoredSocket.FileName));
            Directory.EnumerateDirectories(data).ToList().ForEach(f => Directory.Delete(f, recursive: true));
        }

        return files.Count;
    }

    private static void TellToStop(string data)
    {
        using var told = OperatorSocket.Ask(data, OperatorSocket.Stop);
    }

    private static void Destroy(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        // The lock is one of these, and held by us.
        if (new FileInfo(file).Length == 0)
        {
            File.Delete(file);
            return;
        }

        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            var noise = new byte[1 << 16];
            for (var left = stream.Length; left > 0; left -= noise.Length)
            {
                RandomNumberGenerator.Fill(noise);
                stream.Write(noise, 0, (int)Math.Min(left, noise.Length));
            }

            stream.Flush(flushToDisk: true);
        }

        File.Delete(file);
    }
}
