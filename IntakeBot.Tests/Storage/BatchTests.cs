using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>Changes that come at once are written together, and each still sees what those before it did.</summary>
public sealed class BatchTests : StoreCase
{
    private const int Pairs = 100;

    [Fact]
    public async Task Of_two_that_want_one_door_at_once_one_gets_it()
    {
        await using var store = Open();

        var done = await Task.WhenAll(Enumerable.Range(0, Pairs).Select(_ => Hot())
            .SelectMany(row => new[] { row, Hot(door: row.Door) }).Select(row => store.CommitAsync(Put(row))));

        Assert.All(done.Chunk(2), pair => Assert.Equal([true, false], pair));
    }

    [Fact]
    public async Task A_door_that_was_left_just_before_is_free()
    {
        var rows = Enumerable.Range(0, Pairs).Select(_ => Hot()).ToList();
        await using var store = Open();
        _ = await Task.WhenAll(rows.Select(row => store.CommitAsync(Put(row))));

        var done = await Task.WhenAll(rows.SelectMany(row => new[]
        {
            store.CommitAsync(new Change().Remove(RowKind.Hot, row.Place, row.Version)),
            store.CommitAsync(Put(Hot(door: row.Door))),
        }));

        Assert.All(done, Assert.True);
    }

    [Fact]
    public async Task What_waits_is_refused_with_the_reason_taken_or_not()
    {
        var waiting = new WaitingChanges();
        var taken = waiting.AddAsync(new());
        _ = waiting.Take();
        var queued = waiting.AddAsync(new());

        waiting.Refuse(new("The disk is gone."));

        Assert.Equal("The disk is gone.", (await Assert.ThrowsAsync<StoreException>(() => taken)).Message);
        Assert.Equal("The disk is gone.", (await Assert.ThrowsAsync<StoreException>(() => queued)).Message);
        Assert.Equal("The disk is gone.", (await Assert.ThrowsAsync<StoreException>(() => waiting.AddAsync(new()))).Message);
    }

    [Fact]
    public async Task A_store_that_was_closed_says_so_and_lets_go_of_its_folder()
    {
        var store = Open();
        Assert.Null(SealedStore.TryHold(Folder));
        await store.DisposeAsync();

        Assert.Equal("The store is closed.", (await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(Put(Hot())))).Message);
        using (SealedStore.TryHold(Folder))
        {
            _ = Assert.Throws<StoreException>(Open);
        }

        await Open().DisposeAsync();
    }
}
