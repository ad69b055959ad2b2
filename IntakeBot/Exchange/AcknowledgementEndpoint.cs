using IntakeBot.Core.Exchange;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>A desk tells whether it has everything. It names no row: all desks fetch all rows, so it does not tell whose they are.</summary>
internal static class AcknowledgementEndpoint
{
    public static async Task<Results<StatusCodeHttpResult, NotFound>> PutAsync(
        HttpContext context, DeskAcknowledgements desks, ExchangeAnswers answers, CancellationToken cancellationToken)
    {
        if (context.Request.QueryString.HasValue
            || await SignedBody.ReadAsync(context.Request, 1, cancellationToken) is not [var said]
            || !Enum.IsDefined((Acknowledgement)said))
        {
            return TypedResults.NotFound();
        }

        if ((Acknowledgement)said == Acknowledgement.Everything)
        {
            desks.Take(context.Features.GetRequiredFeature<Admitted>().Member.SigningKey);
        }

        return answers.Answer(context, StatusCodes.Status200OK);
    }
}
