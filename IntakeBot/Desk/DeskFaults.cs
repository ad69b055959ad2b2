namespace IntakeBot.Desk;

/// <summary>Where a page fails by a fault of ours it says so, by the kind of fault alone, and leads back: nothing of a case is in it.</summary>
internal sealed class DeskFaults(DeskFrames frames, RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted && fault is not OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            var frame = frames.Frame();
            await DeskPages.Of<SayPage>(
                frame,
                (nameof(SayPage.Heading), frame.Words[Phrase.FaultTitle]),
                (nameof(SayPage.Lines), (IReadOnlyList<string>)[frame.Words.With(Phrase.FaultText, fault.GetType().Name)])).ExecuteAsync(context);
        }
    }
}
