using System.Globalization;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>Puts the asking member's own public key of an epoch: of today's or of one to come. What was stated before is never changed.</summary>
internal static class EpochKeyEndpoint
{
    /// <summary>So many epochs ahead: a clock that runs years ahead fills no disk.</summary>
    public const uint MostAhead = 12;

    /// <summary>200 also where it stands there already; 409 where another one of the same member does.</summary>
    public static async Task<Results<StatusCodeHttpResult, NotFound>> PutAsync(
        HttpContext context, string epoch, SealedStore store, Func<Roster> roster, OwnStatements statements, TimeProvider time, ExchangeAnswers answers,
        CancellationToken cancellationToken)
    {
        var (current, member) = (roster(), context.Features.GetRequiredFeature<Admitted>().Member);
        var now = current.EpochOf(Day.Today(time));
        if (context.Request.QueryString.HasValue
            || !uint.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            || of < now || of > now + MostAhead || of.ToString(CultureInfo.InvariantCulture) != epoch
            || await SignedBody.ReadAsync(context.Request, EpochStatement.Size, cancellationToken) is not { } body
            || EpochStatement.Decode(of, body) is not { } statement
            || !statement.IsBy(member.SigningKey)
            || IsAnother(current, member, statement)
            || !store.HasRoom)
        {
            return TypedResults.NotFound();
        }

        var stands = member.EpochKeys.TryGetValue(of, out var before) ? before.Bytes.SequenceEqual(statement.Key.Bytes) : statements.TryPut(member, statement);
        return stands is null ? TypedResults.NotFound() : answers.Answer(context, stands == true ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    /// <summary>True for a key that somebody else has stated, or the same member for another epoch.</summary>
    private static bool IsAnother(Roster roster, RosterMember member, EpochStatement statement) => roster.Members.Any(m =>
        m.EpochKeys.Any(e => (m.Place != member.Place || e.Key != statement.Epoch) && e.Value.Bytes.SequenceEqual(statement.Key.Bytes)));
}
