using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>Gives out the log of the days that are over.</summary>
internal static class LogEndpoint
{
    public static Results<FileContentHttpResult, NotFound> Page(HttpContext context, ExchangeLog log, ExchangeAnswers answers)
    {
        var query = context.Request.Query;
        var after = 0u;
        return query.Any(q => q.Key != "after" || q.Value.Count != 1)
            || (query["after"] is [var text] && !uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            ? TypedResults.NotFound()
            : answers.Answer(context, log.Page(after).Encode(), "application/json");
    }
}
