using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Sealed rows that a desk has fetched, in memory and in one file of its folder, so that it need not fetch them again. It knows no key; what is lost
/// of it the server gives again. Rows that went are gone from the file too when <see cref="Apply"/> returns.
/// </summary>
public sealed class RowCache : IDisposable
{
    public const string FileName = "rows.cache";
    public const string LockName = "rows.lock";

    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<RowName, SealedRow> _rows = new();
    private readonly FileStream _lock;
    private readonly CacheFile _file;
    private long _live = CacheFile.Mark.Length;
    private bool _spoiled;

    private RowCache(FileStream held, CacheFile file)
    {
        (_lock, _file) = (held, file);
        foreach (var row in file.Read().OfType<SealedRow>())
        {
            Take(row);
        }
    }

    /// <summary>Told after <see cref="Apply"/> changed something, on its caller's thread.</summary>
    public Action<RowChanges>? Changed { get; set; }

    /// <summary>False where the disk took the last change not: then removed rows may still be in the file. Each further change tries again.</summary>
    public bool IsWritten => !Volatile.Read(ref _spoiled);

    /// <summary>Null, and the reason added, where another desk uses the folder, or it cannot be written.</summary>
    public static RowCache? Open(string folder, ICollection<string> problems)
    {
        var (file, held) = (Path.Combine(folder, FileName), Path.Combine(folder, LockName));
        FileStream? taken = null;
        try
        {
            taken = new FileStream(held, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            WholeFile.RemoveUnfinished(file);
            return new(taken, new(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(taken is null && failure is IOException and not (FileNotFoundException or DirectoryNotFoundException)
                ? $"{held}: another desk uses this folder; close it first, or give each its own folder"
                : $"{folder}: cannot be written; create it, and give the account of this program read and write access");
            taken?.Dispose();
            return null;
        }
    }

    /// <summary>Null where it is not cached.</summary>
    public T? Find<T>(RowKind kind, Place place)
        where T : SealedRow => _rows.GetValueOrDefault(new(kind, place)) as T;

    /// <summary>In their order.</summary>
    public IReadOnlyList<Place> Places(RowKind kind) => [.. _rows.Keys.Where(n => n.Kind == kind).Select(n => n.Place).OrderBy(p => p.Value)];

    /// <summary>
    /// Takes <paramref name="gone"/> out and <paramref name="put"/> in. A tombstone takes all else at its place with it, for good. The disk may refuse:
    /// see <see cref="IsWritten"/>.
    /// </summary>
    public void Apply(IReadOnlyCollection<SealedRow> put, IReadOnlyCollection<RowName> gone)
    {
        var changed = new HashSet<RowName>();
        lock (_writing)
        {
            changed.UnionWith(gone.Where(Drop));
            var news = put.Where(IsNews).ToList();
            var erased = news.Where(r => r.Kind == RowKind.Tombstone).Select(r => r.Place).ToHashSet();
            news.RemoveAll(r => r.Kind != RowKind.Tombstone && erased.Contains(r.Place));
            changed.UnionWith(_rows.Keys.Where(n => erased.Contains(n.Place)).ToList().Where(Drop));
            var went = changed.Count > 0;
            news.ForEach(Take);
            changed.UnionWith(news.Select(RowName.Of));
            Write(news, anew: went || erased.Count > 0);
        }

        if (changed.Count > 0)
        {
            Changed?.Invoke(new(changed));
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    public override string ToString() => $"{_rows.Count} sealed rows";

    private bool IsNews(SealedRow row) =>
        _rows.GetValueOrDefault(RowName.Of(row))?.Version != row.Version && !_rows.ContainsKey(new(RowKind.Tombstone, row.Place));

    private void Take(SealedRow row)
    {
        _ = Drop(RowName.Of(row));
        _rows[RowName.Of(row)] = row;
        _live += CacheFile.HeadSize + row.EncodedSize();
    }

    private bool Drop(RowName name)
    {
        if (!_rows.TryRemove(name, out var row))
        {
            return false;
        }

        _live -= CacheFile.HeadSize + row.EncodedSize();
        return true;
    }

    /// <summary>Where nothing lies in the file but what is known, a tombstone need not write it anew.</summary>
    private void Write(List<SealedRow> news, bool anew)
    {
        try
        {
            var garbage = _file.Length + news.Sum(r => CacheFile.HeadSize + r.EncodedSize()) - _live;
            if (_spoiled || (anew && garbage > 0) || garbage > _live)
            {
                _file.Rewrite(_rows.Values);
            }
            else
            {
                _file.Append(news);
            }

            Volatile.Write(ref _spoiled, false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Volatile.Write(ref _spoiled, true);
        }
    }
}
