using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Reading;

public sealed class RoundRhythmTests
{
    [Fact]
    public async Task Rounds_begin_at_multiples_of_the_period_however_long_one_took_and_however_it_ended()
    {
        using var folder = new CacheFolder();
        using var cache = folder.Open();
        using var member = SigningKey.Draw();
        var time = new NotedTime();
        using var client = new ExchangeClient(new("http://127.0.0.1:9"), member, member.Public, TimeProvider.System);
        var took = new Queue<int>([0, 7, 19, 20, 33, 65]);
        var outcomes = new List<SyncOutcome>();
        using var end = new CancellationTokenSource();
        var sync = new RowSync(client, cache, time)
        {
            Told = state =>
            {
                outcomes.Add(state.Outcome);
                time.Advance(TimeSpan.FromSeconds(took.Dequeue()));
            },
        };

        var running = sync.RunAsync(end.Token);
        foreach (var wait in new[] { 20, 13, 1, 20, 7, 15 })
        {
            Assert.Equal(TimeSpan.FromSeconds(wait), await time.NextWaitAsync());
            if (took.Count > 0)
            {
                time.Advance(TimeSpan.FromSeconds(wait));
            }
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.All(outcomes, o => Assert.Equal(SyncOutcome.Away, o));
    }

    [Fact]
    public async Task Full_speed_stays_below_what_the_server_gives_a_member()
    {
        var time = new NotedTime();
        var pace = new RequestPace(time);

        Assert.All(Enumerable.Range(0, RequestPace.AtOnce), _ => Assert.True(pace.WaitAsync(default).IsCompleted));
        var waits = Enumerable.Range(0, 2 * RequestPace.PerSecond).Select(_ => pace.WaitAsync(default)).ToList();

        Assert.All(waits, w => Assert.False(w.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RequestPace.PerSecond, waits.Count(w => w.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(waits);
        Assert.InRange(RequestPace.AtOnce, 1, IntakeBot.Exchange.RequestRates.MemberBurst - 1);
        Assert.InRange(RequestPace.PerSecond, 1, IntakeBot.Exchange.RequestRates.MemberPerSecond - 1);
    }

    [Fact]
    public void Known_places_come_by_turns_and_wanted_ones_keep_none_waiting_for_ever()
    {
        var turns = new PlaceTurns();
        Place[] known = [.. Enumerable.Range(1, 10).Select(i => new Place((UInt128)i))];

        Assert.Equal([1, 2, 3], Numbers(turns.Take([], known, 3)));
        Assert.Equal([4, 5, 7], Numbers(turns.Take([known[6]], known, 3)));
        Assert.Equal([6, 7, 8], Numbers(turns.Take([], known, 3)));
        Assert.Equal([1, 9, 10], Numbers(turns.Take([], known, 3)));
        Assert.Equal([8, 9, 10], Numbers(turns.Take([known[0], known[7], known[8], known[9]], known, 3)));
        Assert.Equal([1, 8, 9], Numbers(turns.Take([known[0], known[7], known[8], known[9]], known, 3)));
        Assert.Equal([3, 3, 3], Numbers(turns.Take([], [known[2]], 3)));
        Assert.Equal(3, turns.Take([], [], 3).Distinct().Count());
    }

    private static IEnumerable<int> Numbers(IEnumerable<Place> places) => places.Select(p => (int)p.Value);
}
