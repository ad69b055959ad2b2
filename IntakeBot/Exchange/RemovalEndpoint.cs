using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>Removes an intake for who shows that they have opened it; a tombstone tells the other desks.</summary>
internal static class RemovalEndpoint
{
    /// <summary>200 also where it was erased before.</summary>
    public static async Task<Results<StatusCodeHttpResult, NotFound>> PutAsync(
        HttpContext context, string place, SealedStore store, TimeProvider time, ExchangeAnswers answers, CancellationToken cancellationToken) =>
        !context.Request.QueryString.HasValue
        && Place.TryParse(place, out var at)
        && await SignedBody.ReadAsync(context.Request, IntakeRemover.TokenSize, cancellationToken) is { } after
        && await RemoveCommit.TryAsync(store, at, after, Day.Today(time))
            ? answers.Answer(context, StatusCodes.Status200OK)
            : TypedResults.NotFound();
}
