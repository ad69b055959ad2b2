namespace IntakeBot.Desk;

/// <summary>Lets a request in where the desk is open, and sends it to the passphrase where it is not.</summary>
internal sealed class DeskVisits(DeskDoor door, DeskKey key, DeskFrames frames, DeskSettingsBook settings, DeskOptions options) : IEndpointFilter
{
    private static readonly object Name = new();

    /// <summary>Only behind this filter.</summary>
    public static DeskVisit Of(HttpContext context) => (DeskVisit)context.Items[Name]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (door.Open is not { } open || door.IsWatching)
        {
            return TypedResults.LocalRedirect($"{key.Base}{DeskPaths.Unlock}");
        }

        var path = context.HttpContext.Request.Path.Value![key.Base.Length..];
        if (!open.Membership.Member.IsRecipient && !DeskPaths.IsForAuditors(path))
        {
            return TypedResults.LocalRedirect($"{key.Base}{DeskPaths.Audit}");
        }

        door.Touch();
        context.HttpContext.Items[Name] = new DeskVisit(open, key, frames, settings, options.Time);
        return await next(context);
    }
}
