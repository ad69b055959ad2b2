using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>Puts a reply into a mailbox, for as many members of one desk as the roster asks for. Cannot read it, and keeps no signature.</summary>
internal static class ReplyEndpoint
{
    /// <summary>
    /// 200 also where it was put before, whether or not she has read it since. One reply at a time: a request that was repeated waits for
    /// the first, and then finds what became of it.
    /// </summary>
    public static async Task<Results<StatusCodeHttpResult, NotFound>> PutAsync(
        HttpContext context, string place, SealedStore store, Func<Roster> roster, PutReplies puts, TimeProvider time, ExchangeAnswers answers,
        CancellationToken cancellationToken)
    {
        var (current, today, sender) = (roster(), Day.Today(time), context.Features.GetRequiredFeature<Admitted>().Member);
        if (context.Request.QueryString.HasValue
            || !Place.TryParse(place, out var mailbox)
            || await SignedBody.ReadAsync(context.Request, ReplyPut.Size, cancellationToken) is not { } body
            || ReplyPut.Decode(mailbox, body) is not { } reply
            || reply.Refusal(current, today) != ReplyRefusal.None)
        {
            return TypedResults.NotFound();
        }

        using (await puts.EnterAsync(cancellationToken))
        {
            if (puts.Has(reply, today))
            {
                return answers.Answer(context, StatusCodes.Status200OK);
            }

            if (!puts.HasRoomFor(sender.SigningKey) || !await ReplyCommit.PutAsync(store, reply, today))
            {
                return TypedResults.NotFound();
            }

            puts.Remember(sender.SigningKey, reply);
            return answers.Answer(context, StatusCodes.Status200OK);
        }
    }
}
