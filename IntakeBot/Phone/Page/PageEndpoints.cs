using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>
/// The page at <c>/</c> and the calls that it, or a test in another process, makes under <c>/phone</c>.
/// </summary>
internal sealed class PageEndpoints(PhoneServer server, CancellationToken stopping)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/", context => FileAsync(context, "index.html", "text/html; charset=utf-8"));
        var phone = routes.MapGroup("/phone").AddEndpointFilter(OnlyJsonAsync);
        _ = phone.MapGet("/phone.css", context => FileAsync(context, "phone.css", "text/css; charset=utf-8"));
        _ = phone.MapGet("/phone.js", context => FileAsync(context, "phone.js", "text/javascript; charset=utf-8"));
        _ = phone.MapGet("/events", EventsAsync);
        _ = phone.MapGet("/people", () => Json(PageJson.State(server, person: null)));
        _ = phone.MapPost("/people", JoinAsync);
        _ = phone.MapGet("/people/{id:long}/screen", Screen);
        _ = phone.MapPost("/people/{id:long}/{act}", ActAsync);
        _ = phone.MapPost("/restart", RestartAsync);
        _ = phone.MapGet("/weather", () => Json(PageJson.Weather()));
        _ = phone.MapPost("/weather/{name}", WeatherAsync);
    }

    /// <summary>Another site's page in the same browser cannot send JSON here without being asked first.</summary>
    private static ValueTask<object?> OnlyJsonAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method) && !context.HttpContext.Request.HasJsonContentType()
            ? ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType))
            : next(context);

    private static async Task FileAsync(HttpContext context, string name, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        await using var file = typeof(PageEndpoints).Assembly.GetManifestResourceStream("IntakeBot.Phone." + name)!;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static IResult Json(byte[] json) => Results.Bytes(json, "application/json");

    private static IResult Refused(string why) =>
        Results.Text(why, "text/plain", contentEncoding: null, StatusCodes.Status409Conflict);

    private IResult Screen(long id) =>
        server.World.Find(id) is { } person ? Json(PageJson.State(server, person)) : Results.NotFound();

    private async Task<IResult> JoinAsync(HttpRequest request)
    {
        using var arguments = await Arguments.ReadAsync(request);
        if (arguments.Text("firstName") is not { Length: > 0 and <= 64 } firstName)
        {
            return Results.BadRequest();
        }

        var person = server.World.Join(
            firstName, arguments.Text("lastName"), arguments.Text("username"), arguments.Text("languageCode"));
        return Json(PageJson.State(server, person));
    }

    private async Task<IResult> ActAsync(long id, string act, HttpRequest request)
    {
        if (server.World.Find(id) is not { } person)
        {
            return Results.NotFound();
        }

        try
        {
            using var arguments = await Arguments.ReadAsync(request);
            return PageActs.TryDo(person, act, arguments) ? Results.NoContent() : Results.NotFound();
        }
        catch (InvalidOperationException refused)
        {
            return Refused(refused.Message);
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            return Results.BadRequest();
        }
    }

    /// <summary>Switches with <c>{"on": true}</c>; otherwise lets it happen, to <c>person</c> and <c>count</c> times where that matters.</summary>
    private async Task<IResult> WeatherAsync(string name, HttpRequest request)
    {
        if (name != "calm" && WeatherOptions.Find(name) is null)
        {
            return Results.NotFound();
        }

        try
        {
            using var arguments = await Arguments.ReadAsync(request);
            Change(name, arguments);
            return Results.NoContent();
        }
        catch (InvalidOperationException refused)
        {
            return Refused(refused.Message);
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            return Results.BadRequest();
        }
    }

    private void Change(string name, Arguments arguments)
    {
        if (name == "calm")
        {
            server.World.Weather.Clear();
        }
        else if (arguments.Text("on") is not null)
        {
            server.World.Weather.Switch(name, arguments.Flag("on"));
        }
        else
        {
            var person = arguments.Number("person") is { } id ? server.World.Find(id) : null;
            server.World.Weather.Happen(name, person, arguments.Number("count") is { } count ? (int)Math.Clamp(count, 0, int.MaxValue) : null);
        }
    }

    private async Task<IResult> RestartAsync(CancellationToken aborted)
    {
        if (server.RestartServer is not { } restart)
        {
            return Refused("Nothing here can restart the server.");
        }

        await restart(aborted);
        return Results.NoContent();
    }

    /// <summary>Sends the whole state at once and after every change, until the page goes away.</summary>
    private async Task EventsAsync(HttpContext context)
    {
        var person = long.TryParse(context.Request.Query["person"], out var id) ? server.World.Find(id) : null;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            while (true)
            {
                var change = Task.WhenAny(
                    server.World.PeopleChanged.Next(), person?.Changed.Next() ?? Task.Delay(-1, gone.Token));
                byte[] state = [.. "data: "u8, .. PageJson.State(server, person), .. "\n\n"u8];
                await context.Response.Body.WriteAsync(state, gone.Token);
                await context.Response.Body.FlushAsync(gone.Token);
                await change.WaitAsync(gone.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed or the server stops: nobody is left to tell.
        }
    }
}
