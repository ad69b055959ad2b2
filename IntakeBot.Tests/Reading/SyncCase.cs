using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Storage;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Reading;

/// <summary>A desk's cache and sync against a real Exchange, with somebody between them who counts.</summary>
internal sealed partial class SyncCase : IAsyncDisposable
{
    private readonly CacheFolder _folder = new();
    private Wiretap? _tap;
    private int _heard;

    private SyncCase(ExchangeRig rig)
    {
        (Rig, _tap) = (rig, new(rig.Address));
        Client = new(_tap.Address, rig.Setup.Ada.Signing, rig.Setup.Exchange.Public, rig.Time);
        Cache = _folder.Open();
        Sync = new(Client, Cache, rig.Time);
    }

    public ExchangeRig Rig { get; }

    public CacheFolder Folder => _folder;

    public ExchangeClient Client { get; }

    public RowCache Cache { get; private set; }

    public RowSync Sync { get; private set; }

    public static async Task<SyncCase> StartAsync() => new(await ExchangeRig.StartAsync());

    public async Task<List<(ColdRow Cold, HotRow Hot)>> AddAsync(int count)
    {
        var rows = new List<(ColdRow, HotRow)>();
        for (var i = 0; i < count; i++)
        {
            rows.Add(await Rig.AddAsync());
        }

        return rows;
    }

    public async Task<Mailbox> AddMailboxAsync()
    {
        var box = StoreCase.Letters(RosterSetup.Today);
        await CommitAsync(c => c.Put(box, null));
        return box;
    }

    public async Task AddEventsAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var row = new EventRow { Place = Place.Random(), Version = RowVersion.Random(), Expires = RosterSetup.Today.Plus(9), Box = RandomNumberGenerator.GetBytes(Format.EventBoxSize) };
            await CommitAsync(c => c.Put(row, null));
        }
    }

    public async Task CommitAsync(Func<Change, Change> change) => Assert.True(await Rig.Store.CommitAsync(change(new())));

    public void Restart()
    {
        Cache.Dispose();
        Cache = _folder.Open();
        Sync = new(Client, Cache, Rig.Time);
    }

    /// <summary>What was said on the line since this was last asked: each request's kind and each answer's length, in their order, and all bytes.</summary>
    public (IReadOnlyList<string> Lines, int Bytes) Overheard()
    {
        var heard = _tap!.Heard;
        var text = Encoding.Latin1.GetString(heard, _heard, heard.Length - _heard);
        var bytes = heard.Length - _heard;
        _heard = heard.Length;
        return ([.. Said().Matches(text).Select(m => m.Value)], bytes);
    }

    public int RowsAsked() => Overheard().Lines.Count(l => l.StartsWith("GET /v1/rows/", StringComparison.Ordinal));

    /// <summary>Nobody listens until <see cref="Return"/>.</summary>
    public Task LeaveAsync() => _tap!.DisposeAsync().AsTask();

    public void Return()
    {
        _tap = new(Rig.Address, _tap!.Address.Port);
        _heard = 0;
    }

    public async ValueTask DisposeAsync()
    {
        Cache.Dispose();
        Client.Dispose();
        await _tap!.DisposeAsync();
        await Rig.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex(@"GET /v1/(manifest\?kind=\w+|rows/\w+)|PUT /v1/acknowledgement|HTTP/1.1 \d+|Content-Length: \d+")]
    private static partial Regex Said();
}
