using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Journeys;

/// <summary>Codes are prepared and opened beside the presses, a few at a time.</summary>
public sealed class CodeLaneTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly MailboxCase _case = new();
    private readonly ManualResetEventSlim _held = new(initialState: true);
    private int _reads;
    private int _now;
    private int _most;

    public void Dispose()
    {
        _case.Dispose();
        _held.Dispose();
    }

    [Fact]
    public async Task Eight_codes_are_ready_and_one_that_is_taken_is_made_up_for()
    {
        await using var lane = Lane();
        var taken = new List<PreparedCode>();
        for (var i = 0; i < 20; i++)
        {
            await UntilAsync(() => lane.Ready == CodeLane.Ahead);
            taken.Add(lane.TryTakePrepared()!);
        }

        Assert.Equal(20, taken.Select(t => t.Code).Distinct().Count());
        await UntilAsync(() => lane.Ready == CodeLane.Ahead);
        taken.ForEach(t => t.Dispose());
    }

    [Fact]
    public async Task Where_none_is_ready_nobody_waits()
    {
        await using var lane = Lane();
        await UntilAsync(() => lane.Ready == CodeLane.Ahead);
        _held.Reset();
        var blocked = lane.TryOpen(ReceiptCode.Draw());
        await UntilAsync(() => Volatile.Read(ref _now) == 1);

        for (var i = 0; i < CodeLane.Ahead; i++)
        {
            lane.TryTakePrepared()!.Dispose();
        }

        Assert.Null(lane.TryTakePrepared());
        _held.Set();
        Assert.Null(await blocked!);
        await UntilAsync(() => lane.Ready == CodeLane.Ahead);
    }

    [Fact]
    public async Task A_code_opens_its_mailbox_and_any_other_opens_nothing_after_the_same_reads()
    {
        await using var lane = Lane();

        using (var opened = await lane.TryOpen(_case.Prepared.Code)!)
        {
            Assert.Equal(_case.Intake.Cold.Place, opened!.Intake);
        }

        Assert.Equal(1, _reads);
        Assert.Null(await lane.TryOpen(ReceiptCode.Draw())!);
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task It_opens_nothing_where_there_is_no_mailbox_at_all()
    {
        await using var lane = new CodeLane(_case.Intake.Server, _ => null, ArgonProfile.Tiny, new(), 1);

        Assert.Null(await lane.TryOpen(_case.Prepared.Code)!);
    }

    /// <summary>So what is in memory is bounded by the queue, not by who tries.</summary>
    [Fact]
    public async Task Of_a_thousand_chats_at_once_sixteen_wait_and_two_are_tried()
    {
        var (gate, limits) = (new CodeGate(new(), TimeProvider.System), new CodeLimits());
        await using var lane = Lane(atOnce: 2);
        _held.Reset();
        var admitted = new List<Task<OpenedMailbox?>>();
        for (var chat = 0; chat < 1000; chat++)
        {
            if (gate.Admit(chat, CodeReading.Whole, lane.Waiting) == CodeVerdict.Admitted && lane.TryOpen(ReceiptCode.Draw()) is { } opening)
            {
                admitted.Add(opening);
            }
        }

        Assert.Equal(limits.Waiting, admitted.Count);
        Assert.Equal(limits.Waiting, lane.Waiting);
        Assert.Equal(admitted.Count, gate.Count);
        Assert.Null(lane.TryOpen(ReceiptCode.Draw()));
        _held.Set();
        Assert.All(await Task.WhenAll(admitted), Assert.Null);
        Assert.InRange(_most, 1, 2);
        await UntilAsync(() => lane.Waiting == 0);
        Assert.Null(await lane.TryOpen(ReceiptCode.Draw())!);
    }

    [Fact]
    public async Task A_store_that_fails_is_told_and_the_lane_goes_on()
    {
        var fails = true;
        await using var lane = new CodeLane(
            _case.Intake.Server, _ => fails ? throw new StoreException("The store failed.") : _case.Row, ArgonProfile.Tiny, new(), 1);

        _ = await Assert.ThrowsAsync<StoreException>(() => lane.TryOpen(_case.Prepared.Code)!);
        fails = false;

        using var opened = await lane.TryOpen(_case.Prepared.Code)!;
        Assert.NotNull(opened);
    }

    [Fact]
    public async Task At_a_stop_who_waits_is_told()
    {
        var lane = Lane();
        _held.Reset();
        var first = lane.TryOpen(ReceiptCode.Draw())!;
        await UntilAsync(() => Volatile.Read(ref _now) == 1);
        var second = lane.TryOpen(ReceiptCode.Draw())!;

        var stopped = lane.DisposeAsync();
        _held.Set();
        await stopped;

        Assert.Null(await first);
        _ = await Assert.ThrowsAsync<TaskCanceledException>(() => second);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private CodeLane Lane(int atOnce = 1) => new(_case.Intake.Server, Nearest, ArgonProfile.Tiny, new(), atOnce);

    private Mailbox? Nearest(MailboxTag tag)
    {
        _ = Interlocked.Increment(ref _reads);
        var now = Interlocked.Increment(ref _now);
        _most = Math.Max(_most, now);
        _ = _held.Wait(Patience);
        _ = Interlocked.Decrement(ref _now);
        return _case.Row;
    }
}
