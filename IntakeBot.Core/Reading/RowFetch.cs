using System.Collections.Concurrent;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>Gets rows from the server into the cache, whatever of them comes.</summary>
internal sealed class RowFetch(ExchangeClient client, RowCache cache)
{
    /// <summary>One after the other, or several at once where <paramref name="pace"/> is given. The exceptions are those of the client.</summary>
    public async Task GetAsync(IReadOnlyCollection<RowName> names, RoundNeeds needs, RequestPace? pace, CancellationToken cancellationToken)
    {
        var got = new ConcurrentBag<SealedRow>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = pace is null ? 1 : RowCatchUp.InFlight, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(names, options, async (name, end) =>
            {
                await (pace?.WaitAsync(end) ?? Task.CompletedTask);
                if (await FindAsync(name, needs, end) is { } row)
                {
                    got.Add(row);
                }
            });
        }
        finally
        {
            cache.Apply(got, []);
        }
    }

    private async Task<SealedRow?> FindAsync(RowName name, RoundNeeds needs, CancellationToken cancellationToken)
    {
        try
        {
            var row = await client.FindRowAsync<SealedRow>(name.Kind, name.Place, cancellationToken);
            if (row is null)
            {
                needs.Miss(name);
            }

            return row is null || row.Kind == name.Kind ? row : throw new InvalidDataException("The server gave a row of another kind than was asked for.");
        }
        catch (InvalidDataException)
        {
            needs.Miss(name);
            throw;
        }
    }
}
