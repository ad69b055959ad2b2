using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Case events that were written while the server was away, sealed, in a file of the desk's folder until the server has them: what staff write down at
/// night on a bad line is not lost with the line.
/// </summary>
public sealed class PendingEvents
{
    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly Dictionary<Place, EventRow> _rows = [];

    private PendingEvents(string file) => _file = file;

    public IReadOnlyCollection<EventRow> Rows
    {
        get
        {
            lock (_gate)
            {
                return [.. _rows.Values];
            }
        }
    }

    /// <summary>Told an event at whose place the server has another one: a second machine of this member wrote there. It waits no longer.</summary>
    public Func<EventRow, CancellationToken, Task>? Taken { get; set; }

    /// <summary>Null, and the reason added, where the file is there and cannot be read.</summary>
    public static PendingEvents? Open(string file, ICollection<string> problems)
    {
        var pending = new PendingEvents(file);
        if (!File.Exists(file))
        {
            return pending;
        }

        if (BundleFile.Decode(File.ReadAllBytes(file)) is not { } before)
        {
            problems.Add($"{file}: holds what you wrote down and the server does not have yet, and is damaged; put it aside, and look through your last cases");
            return null;
        }

        foreach (var row in before.Events)
        {
            pending._rows[row.Place] = row;
        }

        return pending;
    }

    public bool Contains(Place place)
    {
        lock (_gate)
        {
            return _rows.ContainsKey(place);
        }
    }

    /// <summary>It lies on the disk when this returns.</summary>
    public void Add(EventRow row, Day today)
    {
        lock (_gate)
        {
            _rows[row.Place] = row;
            Write(today);
        }
    }

    /// <summary>Puts them to the server one after the other. The exceptions are those of the client; what it refuses waits on.</summary>
    public async Task SendAsync(ExchangeClient client, Day today, CancellationToken cancellationToken)
    {
        foreach (var row in Rows)
        {
            if (await client.PutEventAsync(row, cancellationToken) is not { } isThere)
            {
                continue;
            }

            lock (_gate)
            {
                _ = _rows.Remove(row.Place);
                Write(today);
            }

            if (!isThere && Taken is { } taken)
            {
                await taken(row, cancellationToken);
            }
        }
    }

    private void Write(Day today)
    {
        if (_rows.Count == 0)
        {
            File.Delete(_file);
        }
        else
        {
            WholeFile.Replace(_file, BundleFile.Encode(Bundle.OfOutbox(today, [.. _rows.Values], [])), secret: true);
        }
    }
}
