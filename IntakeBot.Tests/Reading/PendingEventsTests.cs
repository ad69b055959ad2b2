using System.Security.Cryptography;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Reading;

/// <summary>What is written down while the server is away.</summary>
public sealed class PendingEventsTests : IAsyncLifetime
{
    private SyncCase _case = null!;

    private string PendingFile => Path.Combine(_case.Folder.Path, "pending.bundle");

    public async ValueTask InitializeAsync() => _case = await SyncCase.StartAsync();

    public ValueTask DisposeAsync() => _case.DisposeAsync();

    [Fact]
    public async Task It_counts_at_once_outlives_the_desk_and_comes_to_the_server_when_that_is_back()
    {
        var row = Row();
        await _case.LeaveAsync();
        await using (var source = Source(Open()))
        {
            Assert.True(await source.PutEventAsync(row, default));
        }

        Assert.NotNull(_case.Cache.Find<EventRow>(RowKind.Event, row.Place));
        _case.Return();
        var pending = _case.Sync.Pending = Open();
        Assert.Equal([row.Place], pending.Rows.Select(r => r.Place));
        Assert.Equal(SyncOutcome.Done, (await _case.Sync.RoundAsync(default)).Outcome);

        Assert.Equal(row.Encode(), _case.Rig.Store.Find<EventRow>(row.Place)!.Encode());
        Assert.Equal((0, false), (pending.Rows.Count, File.Exists(PendingFile)));
        Assert.NotNull(_case.Cache.Find<EventRow>(RowKind.Event, row.Place));
    }

    /// <summary>A round that fails behind the lists must not take for gone what the server never had.</summary>
    [Fact]
    public async Task What_the_server_refuses_waits_on_and_stays_at_this_desk()
    {
        var refused = Row(days: 400);
        var pending = _case.Sync.Pending = Open();
        pending.Add(refused, RosterSetup.Today);
        _case.Cache.Apply([refused], []);

        Assert.Equal(SyncOutcome.Done, (await _case.Sync.RoundAsync(default)).Outcome);

        Assert.True(pending.Contains(refused.Place) && File.Exists(PendingFile));
        Assert.NotNull(_case.Cache.Find<EventRow>(RowKind.Event, refused.Place));
    }

    [Fact]
    public async Task Where_another_machine_wrote_meanwhile_it_is_told_and_waits_no_longer()
    {
        var (mine, theirs) = (Row(), Row());
        theirs = new() { Place = mine.Place, Version = theirs.Version, Expires = theirs.Expires, Box = theirs.Box };
        await _case.CommitAsync(c => c.Put(theirs, null));
        var pending = _case.Sync.Pending = Open();
        var told = new List<EventRow>();
        pending.Taken = (row, _) =>
        {
            told.Add(row);
            return Task.CompletedTask;
        };
        pending.Add(mine, RosterSetup.Today);

        await _case.Sync.RoundAsync(default);

        Assert.Equal(mine, Assert.Single(told));
        Assert.Empty(pending.Rows);
    }

    [Fact]
    public void A_damaged_file_is_named_and_not_thrown_away()
    {
        Open().Add(Row(), RosterSetup.Today);
        File.WriteAllBytes(PendingFile, File.ReadAllBytes(PendingFile)[..^1]);
        var problems = new List<string>();

        Assert.Null(PendingEvents.Open(PendingFile, problems));
        Assert.Contains("is damaged; put it aside", Assert.Single(problems), StringComparison.Ordinal);
        Assert.True(File.Exists(PendingFile));
    }

    private PendingEvents Open() => PendingEvents.Open(PendingFile, [])!;

    private CachedRowSource Source(PendingEvents pending) => new(_case.Cache, _case.Client, pending, _case.Rig.Time);

    private static EventRow Row(int days = 180) => new()
    {
        Place = Place.Random(),
        Version = RowVersion.Random(),
        Expires = RosterSetup.Today.Plus(days),
        Box = RandomNumberGenerator.GetBytes(Format.EventBoxSize),
    };
}
