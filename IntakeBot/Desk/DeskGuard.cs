using Microsoft.Net.Http.Headers;

namespace IntakeBot.Desk;

/// <summary>
/// Stands before every page: only this browser, only at this address, only from our own pages. Everybody else gets the same empty 404. The
/// headers are those of the reference "faults and standards", 5.2.
/// </summary>
internal sealed class DeskGuard(DeskKey key, RequestDelegate next)
{
    public const string CookieName = "desk";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private const string Permissions =
        "accelerometer=(), camera=(), clipboard-read=(), geolocation=(), microphone=(), usb=(), payment=(), publickey-credentials-get=(self)";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        if (IsOurs(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public static string AddressOf(HttpContext context) => $"127.0.0.1:{context.Connection.LocalPort}";

    private bool IsOurs(HttpContext context)
    {
        var request = context.Request;
        if (request.Host.Value != AddressOf(context) || !request.Path.StartsWithSegments(key.Base, StringComparison.Ordinal, out var rest))
        {
            return false;
        }

        // The link is opened from a file, so it is the one request that comes from elsewhere.
        if (HttpMethods.IsGet(request.Method) && rest.StartsWithSegments(DeskPaths.Enter, StringComparison.Ordinal))
        {
            return true;
        }

        return IsFromHere(request, AddressOf(context)) && key.Admits(request.Cookies[CookieName]);
    }

    /// <summary>
    /// A page of ours sends no referrer, and a browser then says "null" for the origin of a form: so it is the browser's own word on the site that
    /// counts for what changes something, and an origin that is named has to be ours.
    /// </summary>
    private static bool IsFromHere(HttpRequest request, string address)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return request.Method switch
        {
            "GET" => site is "" or "same-origin" or "none",
            "POST" => site is "same-origin" && (origin is "" or "null" || origin == $"http://{address}"),
            _ => false,
        };
    }
}
