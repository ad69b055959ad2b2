using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Makes and opens the file of a backup.</summary>
internal static class BackupFile
{
    /// <summary>
    /// Under its name when it was read back from the disk, every box opened, every row hashed and all of them counted; IOException or
    /// InvalidDataException otherwise, and then there is no file.
    /// </summary>
    public static CopyCounts Create(string file, RecipientKey recipient, RunningStore source)
    {
        BackupSealStream? sealer = null;
        CopyCounts? written = null;
        try
        {
            WholeFile.Create(
                file,
                to =>
                {
                    sealer = new(to, recipient);
                    written = source.CopyTo(new(sealer));
                    sealer.Complete();
                },
                back => Compare(file, sealer!, back, written!),
                secret: true);
            return written!;
        }
        finally
        {
            sealer?.Dispose();
        }
    }

    /// <summary>Null, and the reason added, where it does not open with this key.</summary>
    public static EpochSecret? KeyFor(string file, Identity identity, ICollection<string> problems)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (BackupKey.SecretOf(identity) is { } secret && BackupOpenStream.Open(stream, secret) is { } opened)
            {
                opened.Dispose();
                return secret;
            }

            problems.Add($"{file}: was not sealed to this key; find the key whose public file was given when it was made");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problems.Add($"{file}: {failure.Message}");
        }

        return null;
    }

    private static void Compare(string file, BackupSealStream sealer, Stream back, CopyCounts written)
    {
        using var opened = sealer.ReadBack(back);
        var read = new CopyReader(opened).Count();
        if (read != written)
        {
            throw new InvalidDataException($"{file}: reads back otherwise than it was written; nothing was kept. Try another disk.");
        }

        _ = back.Seek(0, SeekOrigin.Begin);
        if (BackupOpenStream.Problem(back) is { } problem)
        {
            throw new InvalidDataException($"{file}: {problem}");
        }
    }
}
