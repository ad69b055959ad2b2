namespace IntakeBot.Exchange;

/// <summary>The policy of the whole group: the one method of this path, by an admitted member, or nothing is here.</summary>
internal sealed class ExchangeFilter(string method) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Method != method || http.RequestServices.GetRequiredService<ExchangeGate>().Admit(http.Request) is not { } input)
        {
            return ValueTask.FromResult<object?>(TypedResults.NotFound());
        }

        http.Features.Set(input);
        return next(context);
    }
}
