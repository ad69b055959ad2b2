using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// erased.rows in the data folder: every tombstone once more, encoded, one behind the other. Who puts an older intakes.db back takes the
/// tombstones since then away with it; this file stays, and what it names is removed again. It is on the disk before the rows go.
/// </summary>
internal sealed class ErasedBook
{
    public const string FileName = "erased.rows";

    private const int MaxLength = 64 * 1024 * 1024;

    private static readonly int RowSize = Tombstone.Of(default, default).Encode().Length;

    private readonly string _file;
    private readonly Lock _lock = new();
    private readonly Dictionary<Place, Tombstone> _stones = [];

    private ErasedBook(StoreFolder folder)
        : this(Path.Combine(folder.Folder, FileName))
    {
    }

    private ErasedBook(string file) => _file = file;

    public IReadOnlyList<Tombstone> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _stones.Values];
            }
        }
    }

    /// <summary>Goes on with what can be read: a file that is missing or damaged stops no start, and is whole afterwards.</summary>
    public static ErasedBook Open(StoreFolder folder)
    {
        var book = new ErasedBook(folder);
        WholeFile.RemoveUnfinished(book._file);
        if (!book.Read(out _))
        {
            book.Write();
        }

        return book;
    }

    /// <summary>What an operator must know of the file before <see cref="Open"/> makes it whole; null: nothing. Changes nothing.</summary>
    public static string? Doubt(string dataFolder)
    {
        var folder = new StoreFolder(dataFolder);
        if (!File.Exists(folder.Made))
        {
            return null;
        }

        var book = new ErasedBook(folder);
        _ = book.Read(out var fault);
        return fault is null ? null
            : $"{book._file}: {fault}; the next start makes it anew from what it says and from intakes.db. "
                + "Where intakes.db is an older one that was put back, what was erased since comes back with it: put the newest copy of this file beside it first.";
    }

    /// <summary>What a copy of the file says. StoreException where it cannot be read, or not all of it: what it lacks would come back.</summary>
    public static IReadOnlyList<Tombstone> Read(string file)
    {
        var book = new ErasedBook(file);
        _ = book.Read(out var fault);
        return fault is null ? book.All : throw new StoreException($"{file}: {fault}; take a whole copy, or go on without this file and what was erased since comes back.");
    }

    public bool Has(Place place, RowVersion version)
    {
        lock (_lock)
        {
            return _stones.TryGetValue(place, out var stone) && stone.Version == version;
        }
    }

    /// <summary>On the disk when it returns. To be called before the commit that removes what is erased.</summary>
    public void Add(IReadOnlyList<Tombstone> stones)
    {
        if (stones.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var stone in stones)
            {
                _stones[stone.Place] = stone;
            }

            if (!File.Exists(_file))
            {
                Write();
                return;
            }

            using var stream = new FileStream(_file, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
            _ = stream.Seek(0, SeekOrigin.End);
            stream.Write([.. stones.SelectMany(s => s.Encode())]);
            FileSync.Flush(stream.SafeFileHandle);
        }
    }

    /// <summary>Forgets those whose last day lies before <paramref name="day"/>. To be called when their rows are gone.</summary>
    public void DropBefore(Day day)
    {
        lock (_lock)
        {
            var over = _stones.Values.Where(s => s.Expires < day).ToList();
            if (over.Count == 0)
            {
                return;
            }

            over.ForEach(s => _stones.Remove(s.Place));
            Write();
        }
    }

    private void Write() => WholeFile.Replace(_file, [.. _stones.Values.SelectMany(s => s.Encode())], secret: true);

    /// <summary>
    /// False where the file has to be written anew. A last row that is not whole was never acknowledged, so it is no <paramref name="fault"/>.
    /// </summary>
    private bool Read(out string? fault)
    {
        fault = null;
        try
        {
            if (new FileInfo(_file) is { Exists: true, Length: > MaxLength })
            {
                fault = "is too long to be what was written";
                return false;
            }

            ReadOnlySpan<byte> rest = File.ReadAllBytes(_file);
            var lost = 0;
            while (rest.Length >= RowSize)
            {
                if (SealedRow.Decode(rest[..RowSize]) is Tombstone stone)
                {
                    _stones[stone.Place] = stone;
                    rest = rest[RowSize..];
                }
                else
                {
                    lost++;
                    rest = rest[1..];
                }
            }

            fault = lost == 0 ? null : $"is damaged, and {_stones.Count} of its rows can be read";
            return lost == 0 && rest.IsEmpty;
        }
        catch (FileNotFoundException)
        {
            fault = "is missing";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            fault = "cannot be read";
        }

        return false;
    }
}
