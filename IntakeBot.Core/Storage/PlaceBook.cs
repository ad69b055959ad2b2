using System.Text.Json;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// places.json in the data folder: whose stanzas the rows on this disk hold, place by place, by signing key. A place that is not named
/// holds throw-away stanzas in every row. So it is written after a sweep, and before anything is sealed to a new holder.
/// </summary>
public sealed class PlaceBook
{
    public const string FileName = "places.json";

    private const int MaxLength = 16 * 1024;
    private const int MostPlaces = 32;

    private readonly string _file;
    private Dictionary<byte, VerifyKey>? _holders;

    private PlaceBook(string file) => _file = file;

    /// <summary>StoreException where the file cannot be relied on: it is never taken for a first start.</summary>
    public static PlaceBook Open(string dataFolder)
    {
        var book = new PlaceBook(Path.GetFullPath(Path.Combine(dataFolder, FileName)));
        var problems = new List<string>();
        if (File.Exists(book._file))
        {
            book._holders = SecretFile.Read(book._file, MaxLength, problems) is { } bytes ? Holders(bytes) : null;
            if (book._holders is null)
            {
                throw new StoreException(
                    problems.FirstOrDefault()
                    ?? $"{book._file}: is damaged; restore it from a backup. If there is none, move it away: free places are then made throw-away ones again.");
            }
        }

        return book;
    }

    /// <summary>Why <see cref="Open"/> would refuse, or null.</summary>
    public static string? Problem(string dataFolder)
    {
        try
        {
            _ = Open(dataFolder);
            return null;
        }
        catch (StoreException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>
    /// Places whose stanzas belong to somebody whom <paramref name="roster"/> does not have there. Without a file nobody knows whose
    /// they were: then all that are free now.
    /// </summary>
    public IReadOnlyCollection<byte> LeftBy(Roster roster) => _holders is null
        ? [.. Enumerable.Range(0, MostPlaces).Select(p => (byte)p).Where(p => roster.HolderOf(p) is null)]
        : [.. _holders.Where(h => !h.Value.Equals(roster.HolderOf(h.Key))).Select(h => h.Key)];

    /// <summary>Places whose members must not count before this book was written anew: a sweep would take their first stanzas too.</summary>
    public IReadOnlyCollection<byte> ClosedIn(Roster roster) =>
    [
        .. roster.Members.Where(m => m.IsRecipient && _holders is not null && !m.SigningKey.Equals(_holders.GetValueOrDefault(m.Place)))
            .Select(m => m.Place),
    ];

    /// <summary>To be called when no row holds a stanza of those that <see cref="LeftBy"/> names, and none is being begun that does.</summary>
    public void Write(Roster roster)
    {
        var holders = roster.Members.Where(m => m.IsRecipient).ToDictionary(m => m.Place, m => m.SigningKey);
        if (_holders is not null && File.Exists(_file) && holders.Count == _holders.Count && holders.All(h => h.Value.Equals(_holders.GetValueOrDefault(h.Key))))
        {
            return;
        }

        var document = new PlacesDocument
        {
            Places = [.. holders.Select(h => new PlacesDocument.HolderEntry { Place = h.Key, SigningKey = h.Value.ToString() })],
        };
        WholeFile.Replace(_file, [.. JsonSerializer.SerializeToUtf8Bytes(document, StoreJson.Default.PlacesDocument), (byte)'\n'], secret: true);
        FolderSync.Flush(Path.GetDirectoryName(_file)!);
        _holders = holders;
    }

    /// <summary>Null for anything that <see cref="Write"/> does not write.</summary>
    private static Dictionary<byte, VerifyKey>? Holders(byte[] text)
    {
        try
        {
            if (JsonSerializer.Deserialize(text, StoreJson.Default.PlacesDocument) is not { } document)
            {
                return null;
            }

            var holders = new Dictionary<byte, VerifyKey>();
            foreach (var entry in document.Places)
            {
                if (entry.Place >= MostPlaces || VerifyKey.Parse(entry.SigningKey) is not { } key || !holders.TryAdd(entry.Place, key))
                {
                    return null;
                }
            }

            return holders;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
