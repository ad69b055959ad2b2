using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>Signs each answer for the one request that it belongs to.</summary>
internal sealed class ExchangeAnswers(SigningKey exchange)
{
    public FileContentHttpResult Answer(HttpContext context, byte[] body, string type)
    {
        var nonce = context.Features.GetRequiredFeature<Admitted>().Input.Nonce;
        context.Response.Headers[ResponseSignature.Name] = ResponseSignature.Sign(exchange, nonce, StatusCodes.Status200OK, body);
        return TypedResults.Bytes(body, type);
    }

    /// <summary>Without a body.</summary>
    public StatusCodeHttpResult Answer(HttpContext context, int code)
    {
        var nonce = context.Features.GetRequiredFeature<Admitted>().Input.Nonce;
        context.Response.Headers[ResponseSignature.Name] = ResponseSignature.Sign(exchange, nonce, code, []);
        return TypedResults.StatusCode(code);
    }
}
