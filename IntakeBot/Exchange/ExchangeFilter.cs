using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>The policy of the whole group: the one method of this path, by an admitted member who may, or nothing is here.</summary>
internal sealed class ExchangeFilter(ExchangeAccess access) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (http.Request.Method != access.Method || services.GetRequiredService<ExchangeGate>().Admit(http.Request) is not { } admitted)
        {
            return ValueTask.FromResult<object?>(TypedResults.NotFound());
        }

        http.Features.Set(admitted);
        if (!services.GetRequiredService<RequestRates>().TryTake(admitted.Member.SigningKey, services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            http.Response.Headers.RetryAfter = "1";
            return ValueTask.FromResult<object?>(services.GetRequiredService<ExchangeAnswers>().Answer(http, StatusCodes.Status429TooManyRequests));
        }

        return IsFor(admitted.Member) ? next(context) : ValueTask.FromResult<object?>(TypedResults.NotFound());
    }

    private bool IsFor(RosterMember member) => access.Circle switch
    {
        ExchangeCircle.Everybody => true,
        ExchangeCircle.Recipients => member.IsRecipient,
        ExchangeCircle.Overseers => member.Role is RosterRole.Lead or RosterRole.Auditor,
        _ => false,
    };
}
