using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Writes all rows of one moment, and the small files that belong to them, for a backup. Of every hot row door and blob are random bytes: nothing that
/// leaves here leads from a chat to an intake, and nobody sees which conversations were open.
/// </summary>
internal static class StoreCopy
{
    /// <summary>In the order in which they are to be read: places.json must not be newer than the rows, and exchange.today not newer than exchange.log.</summary>
    private static readonly string[] Files = [DayBook.FileName, PlaceBook.FileName, "pinned.json", "exchange.today", "exchange.log"];

    public static CopyCounts Write(string folder, Func<StoreSnapshot> begin, CopyWriter to)
    {
        var members = Path.Combine(folder, "members");
        foreach (var name in Files.Concat(Directory.Exists(members) ? Directory.EnumerateFiles(members, "*.json").Select(f => $"members/{Path.GetFileName(f)}") : []))
        {
            var file = Path.Combine(folder, name);
            if (CopyFormat.IsName(name) && File.Exists(file))
            {
                to.File(name, File.ReadAllBytes(file));
            }
        }

        using var snapshot = begin();
        var damaged = 0;
        foreach (var (_, row) in RowDocument.Kinds.SelectMany(snapshot.Rows))
        {
            if (row is null)
            {
                damaged++;
            }
            else
            {
                to.Row(row is HotRow hot ? hot.Closed() : row);
            }
        }

        return to.End(damaged);
    }
}
