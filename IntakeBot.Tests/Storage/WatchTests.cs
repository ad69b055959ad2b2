using IntakeBot.Core.Storage;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Storage;

public sealed class WatchTests : StoreCase
{
    [Fact]
    public async Task Whoever_waits_for_an_engine_that_hangs_is_told_after_a_minute()
    {
        var time = new FakeTimeProvider();
        var engine = StoreEngine.Open(new StoreFolder(Folder));
        await using var writer = new StoreWriter(engine, ErasedBook.Open(new StoreFolder(Folder)), time);
        var blocker = new TaskCompletionSource();
        var (begun, ended) = Block(engine, blocker.Task);
        await begun;

        var row = Hot();
        var waiting = writer.CommitAsync(Put(row));
        await Task.Delay(200);
        Assert.False(waiting.IsCompleted);
        for (var minutes = 0; minutes < 2; minutes++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
        }

        _ = await Assert.ThrowsAsync<StoreException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.True(writer.Failure.IsCompletedSuccessfully);
        blocker.SetResult();
        await ended;

        await Task.Delay(300);
        engine.Abandon();
        await using var store = Open();
        Assert.Null(store.Find<Core.Sealing.HotRow>(row.Place));
    }

    /// <summary>An open transaction of another thread keeps the checkpoint waiting.</summary>
    private static (Task Begun, Task Ended) Block(StoreEngine engine, Task until)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            _ = engine.Lite.BeginTrans();
            begun.SetResult();
            until.GetAwaiter().GetResult();
            _ = engine.Lite.Rollback();
            done.SetResult();
        });
        thread.Start();
        return (begun.Task, done.Task);
    }
}
