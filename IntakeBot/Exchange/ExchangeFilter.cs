namespace IntakeBot.Exchange;

/// <summary>The policy of the whole group: GET by an admitted member, or nothing is here.</summary>
internal sealed class ExchangeFilter(ExchangeGate gate) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || gate.Admit(http.Request) is not { } input)
        {
            return ValueTask.FromResult<object?>(TypedResults.NotFound());
        }

        http.Features.Set(input);
        return next(context);
    }
}
