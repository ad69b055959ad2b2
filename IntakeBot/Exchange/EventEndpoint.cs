using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>Puts a case event at its place. Cannot read it, and cannot tell of which intake it is, or of which author.</summary>
internal static class EventEndpoint
{
    /// <summary>200 also where the same event stands there already; 409 where another one does.</summary>
    public static async Task<Results<StatusCodeHttpResult, NotFound>> PutAsync(
        HttpContext context, string place, SealedStore store, TimeProvider time, ExchangeAnswers answers, CancellationToken cancellationToken)
    {
        if (context.Request.QueryString.HasValue
            || !Place.TryParse(place, out var at)
            || await SignedBody.ReadAsync(context.Request, EventRow.Size, cancellationToken) is not { } body
            || SealedRow.Decode(body) is not EventRow row
            || row.Place != at
            || !EventCommit.IsDue(row, Day.Today(time))
            || !store.HasRoom)
        {
            return TypedResults.NotFound();
        }

        return answers.Answer(context, await EventCommit.PutAsync(store, row) ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}
