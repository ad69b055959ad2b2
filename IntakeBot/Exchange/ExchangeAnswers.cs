using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>Signs each answer for the one request that it belongs to. No 200 leaves without having been counted.</summary>
internal sealed class ExchangeAnswers(SigningKey exchange, ExchangeLog log)
{
    public FileContentHttpResult Answer(HttpContext context, byte[] body, string type)
    {
        Count(context);
        return Signed(context, body, type);
    }

    public FileContentHttpResult Answer(HttpContext context, SealedRow row)
    {
        log.Count(context.Features.GetRequiredFeature<Admitted>().Member, KindOf(row), row.Place);
        return Signed(context, row.Encode(), "application/octet-stream");
    }

    /// <summary>Without a body.</summary>
    public StatusCodeHttpResult Answer(HttpContext context, int code)
    {
        if (code == StatusCodes.Status200OK)
        {
            Count(context);
        }

        var nonce = context.Features.GetRequiredFeature<Admitted>().Input.Nonce;
        context.Response.Headers[ResponseSignature.Name] = ResponseSignature.Sign(exchange, nonce, code, []);
        return TypedResults.StatusCode(code);
    }

    private static ExchangeLogKind KindOf(SealedRow row) => row.Kind switch
    {
        RowKind.Cold => ExchangeLogKind.ColdRows,
        RowKind.Hot => ExchangeLogKind.HotRows,
        RowKind.Mailbox => ExchangeLogKind.Mailboxes,
        RowKind.Tombstone => ExchangeLogKind.Tombstones,
        RowKind.Event => ExchangeLogKind.Events,
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "There are five kinds of rows."),
    };

    private void Count(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ExchangeAccess>()?.Counted is { } kind)
        {
            log.Count(context.Features.GetRequiredFeature<Admitted>().Member, kind);
        }
    }

    private FileContentHttpResult Signed(HttpContext context, byte[] body, string type)
    {
        var nonce = context.Features.GetRequiredFeature<Admitted>().Input.Nonce;
        context.Response.Headers[ResponseSignature.Name] = ResponseSignature.Sign(exchange, nonce, StatusCodes.Status200OK, body);
        return TypedResults.Bytes(body, type);
    }
}
