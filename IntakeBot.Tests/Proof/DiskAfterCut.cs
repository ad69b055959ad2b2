using CsCheck;

namespace IntakeBot.Tests.Proof;

/// <summary>
/// What may be on a disk when the power goes at a moment of a recording. Certain is what a flush that had returned found written; of the
/// rest some is dropped, in any order, and one piece is torn at sectors. Names come in their order, as journals keep it, up to any of
/// them that the folder's last flush did not make certain.
/// </summary>
internal sealed class DiskAfterCut
{
    private readonly Dictionary<string, string> _names = [];
    private readonly List<DiskEvent> _order = [];
    private readonly Dictionary<string, List<Piece>> _files = [];
    private readonly PCG _chance;
    private readonly int _moment;
    private int _certainNames;

    public DiskAfterCut(IReadOnlyList<DiskEvent> events, int moment, string folder, PCG chance)
    {
        (_chance, _moment) = (chance, moment);
        foreach (var seen in events.TakeWhile(e => e.Begun < moment))
        {
            Take(seen, folder);
        }
    }

    public int Dropped { get; private set; }

    public int Torn { get; private set; }

    public void Write(string to)
    {
        var names = new Dictionary<string, string>();
        foreach (var name in _order.Take(Between(_certainNames, _order.Count)))
        {
            Rename(names, name);
        }

        foreach (var (path, file) in names)
        {
            File.WriteAllBytes(Path.Combine(to, Path.GetFileName(path)), Bytes(_files[file]));
        }
    }

    private void Take(DiskEvent seen, string folder)
    {
        var file = _names.GetValueOrDefault(seen is DiskEvent.Said ? "" : PathOf(seen));
        switch (seen)
        {
            case DiskEvent.Flushed flush when flush.Path == folder && flush.Ended < _moment:
                _certainNames = _order.FindLastIndex(n => n.Ended <= flush.Begun) + 1;
                break;
            case DiskEvent.Flushed flush when file is not null && flush.Ended < _moment:
                _files[file].Where(p => p.Ended <= flush.Begun).ToList().ForEach(p => p.IsCertain = true);
                break;
            case DiskEvent.Written written when file is not null:
                _files[file].Add(new(written.At, written.Bytes, written.Ended));
                break;
            case DiskEvent.Resized resized when file is not null:
                _files[file].Add(new(resized.Length, null, resized.Ended));
                break;
            case DiskEvent.Opened or DiskEvent.Renamed or DiskEvent.Unlinked:
                Named(seen);
                break;
            default:
                break;
        }
    }

    private void Named(DiskEvent seen)
    {
        if (seen is DiskEvent.Opened opened && _names.TryGetValue(opened.Path, out var there))
        {
            if (opened.IsEmptied)
            {
                _files[there].Add(new(0, null, opened.Ended));
            }

            return;
        }

        _order.Add(seen);
        Rename(_names, seen);
        if (seen is DiskEvent.Opened)
        {
            _files[_names[PathOf(seen)]] = [];
        }
    }

    /// <summary>A file is called by where it was made.</summary>
    private static void Rename(Dictionary<string, string> names, DiskEvent seen)
    {
        switch (seen)
        {
            case DiskEvent.Opened opened:
                names[opened.Path] = $"{opened.Path} {opened.Begun}";
                break;
            case DiskEvent.Renamed renamed when names.Remove(renamed.Path, out var file):
                names[renamed.To] = file;
                break;
            case DiskEvent.Unlinked unlinked:
                _ = names.Remove(unlinked.Path);
                break;
            default:
                break;
        }
    }

    private byte[] Bytes(List<Piece> pieces)
    {
        var kept = new List<Piece>();
        var dropped = _chance.Next(5) * 25;
        foreach (var piece in pieces)
        {
            if (piece.IsCertain || _chance.Next(100) >= dropped)
            {
                kept.Add(piece);
            }
            else
            {
                Dropped++;
            }
        }

        var open = kept.Where(p => p is { IsCertain: false, Bytes: not null }).ToList();
        var torn = open.Count == 0 ? null : open[Between(0, open.Count - 1)];
        Torn += torn is null ? 0 : 1;
        var file = new MemoryStream();
        foreach (var piece in kept)
        {
            piece.Put(file, piece == torn ? Between(0, 1) == 0 ? 512 : 4096 : 0, _chance);
        }

        return file.ToArray();
    }

    private int Between(int least, int most) => least + (int)_chance.Next((uint)(most - least + 1));

    private static string PathOf(DiskEvent seen) => seen switch
    {
        DiskEvent.Opened e => e.Path,
        DiskEvent.Written e => e.Path,
        DiskEvent.Resized e => e.Path,
        DiskEvent.Flushed e => e.Path,
        DiskEvent.Renamed e => e.Path,
        DiskEvent.Unlinked e => e.Path,
        _ => "",
    };

    /// <summary>A write, or without bytes a new length.</summary>
    private sealed class Piece(long at, byte[]? bytes, int ended)
    {
        public byte[]? Bytes => bytes;

        public int Ended => ended;

        public bool IsCertain { get; set; }

        /// <summary>Whole, or of each sector by chance the new bytes or the old ones.</summary>
        public void Put(MemoryStream file, int sector, PCG chance)
        {
            if (bytes is null)
            {
                file.SetLength(at);
                return;
            }

            for (var from = 0; from < bytes.Length; from += sector == 0 ? bytes.Length : sector)
            {
                if (sector == 0 || chance.Next(2) == 0)
                {
                    file.Position = at + from;
                    file.Write(bytes, from, sector == 0 ? bytes.Length : Math.Min(sector, bytes.Length - from));
                }
            }
        }
    }
}
