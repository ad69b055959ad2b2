using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>Coming in, unlocking, locking.</summary>
internal sealed class DoorEndpoints(DeskKey key, DeskDoor door, DeskFolder folder, DeskFrames frames, DeskSetup setup)
{
    private const int MostOfBody = 8 * 1024;

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet($"{DeskPaths.Enter}/{{link}}", Enter);
        desk.MapGet(DeskPaths.Home, Home);
        desk.MapGet(DeskPaths.Unlock, Unlock);
        desk.MapPost(DeskPaths.Unlock, UnlockAsync);
        // Without the cast it would be taken for a handler that answers by itself, and lead nowhere.
        desk.MapPost(DeskPaths.Lock, (Delegate)LockAsync);
        desk.MapGet(DeskPaths.Pulse, Pulse);
    }

    /// <summary>
    /// The browser comes from a file, so it would keep the cookie from a redirect: the page that it gets asks for the next one itself.
    /// </summary>
    private Results<ContentHttpResult, NotFound> Enter(HttpContext context, string link)
    {
        if (!key.Enter(link))
        {
            return TypedResults.NotFound();
        }

        File.Delete(folder.LinkFile);
        SetCookie(context);
        return TypedResults.Content($"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url={key.Base}{DeskPaths.Home}\"><link rel=\"icon\" href=\"{key.Base}/desk.svg\"><title>IntakeBot</title></html>", "text/html", Encoding.UTF8);
    }

    private RedirectHttpResult Home() => To(setup.Step is not SetupStep.Done ? DeskPaths.Setup : door.Open is null || door.IsWatching ? DeskPaths.Unlock : DeskPaths.Queue);

    private RazorComponentResult Unlock() => Page([]);

    private async Task<IResult> UnlockAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var passphrase = await PassphraseForm.ReadAsync(context.Request, MostOfBody, cancellationToken);
        try
        {
            var words = frames.Frame().Words;
            switch (await door.UnlockAsync(passphrase, cancellationToken))
            {
                case UnlockOutcome.Opened:
                    key.Renew();
                    SetCookie(context);
                    return To(DeskPaths.Queue);
                case UnlockOutcome.TooSoon soon:
                    return Page([words.With(Phrase.UnlockTooSoon, (int)Math.Ceiling(soon.Wait.TotalSeconds))]);
                case UnlockOutcome.Refused refused:
                    return Page([words[Phrase.UnlockRefused], .. refused.Problems]);
                default:
                    return Page([words[Phrase.UnlockWrong]]);
            }
        }
        finally
        {
            Array.Clear(passphrase);
        }
    }

    private async Task<RedirectHttpResult> LockAsync(HttpContext context)
    {
        await door.LockAsync();
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return To(DeskPaths.Unlock);
    }

    private ContentHttpResult Pulse(HttpContext context)
    {
        if (context.Request.Query.ContainsKey("active"))
        {
            door.Touch();
        }

        return TypedResults.Text(context.Request.Query["case"] is [{ } handle] ? frames.PulseOf(handle) : frames.Pulse());
    }

    private RazorComponentResult Page(IReadOnlyList<string> problems) => DeskPages.Of<UnlockPage>(
        frames.Frame(), (nameof(UnlockPage.Problems), problems), (nameof(UnlockPage.IsWatching), door.IsWatching));

    private RedirectHttpResult To(string path) => TypedResults.LocalRedirect($"{key.Base}{path}");

    private void SetCookie(HttpContext context) => context.Response.Cookies.Append(
        DeskGuard.CookieName, key.Cookie, new CookieOptions { Path = key.Base, HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
}
