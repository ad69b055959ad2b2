namespace IntakeBot.Bench;

/// <summary>
/// Beside <c>serve</c>, in the same process: says to each line on standard input what the store has counted, and ends the process
/// with its standard input, so that no server is left behind.
/// </summary>
internal static class BenchServer
{
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> serve, CancellationToken stop)
    {
        using var counts = new StoreCounts();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var serving = serve(ended.Token);
        while (await Console.In.ReadLineAsync(ended.Token) is not null)
        {
            Console.WriteLine(counts.Now);
        }

        await ended.CancelAsync();
        return await serving;
    }
}
