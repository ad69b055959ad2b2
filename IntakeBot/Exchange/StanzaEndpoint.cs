using System.Globalization;
using System.Security.Cryptography;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>Puts one member's stanza into a row, for who shows that they have opened the intake.</summary>
internal static class StanzaEndpoint
{
    /// <summary>200 also where it stands there already; 409 where the row has another version.</summary>
    public static async Task<Results<StatusCodeHttpResult, NotFound>> PutAsync(
        HttpContext context, string place, string rosterPlace, SealedStore store, Func<Roster> roster, ExchangeAnswers answers, CancellationToken cancellationToken)
    {
        if (context.Request.QueryString.HasValue
            || !Place.TryParse(place, out var at)
            || !byte.TryParse(rosterPlace, NumberStyles.None, CultureInfo.InvariantCulture, out var member)
            || await SignedBody.ReadAsync(context.Request, StanzaChange.Size, cancellationToken) is not { } body
            || StanzaChange.Decode(body) is not { } change
            || store.Find<ColdRow>(at) is not { } row
            || !ResealRule.Allows(roster(), member, row)
            || !CryptographicOperations.FixedTimeEquals(AfterTokens.ExtendHash(change.ExtendToken), row.ExtendHash))
        {
            return TypedResults.NotFound();
        }

        if (row.StanzaAt(member).SequenceEqual(change.Stanza))
        {
            return answers.Answer(context, StatusCodes.Status200OK);
        }

        var isPut = row.Version == change.Expected
            && await store.CommitAsync(new Change().Put(row.WithStanza(member, change.Stanza), row.Version));
        return answers.Answer(context, isPut ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}
