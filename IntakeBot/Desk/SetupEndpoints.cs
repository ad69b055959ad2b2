using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>The pages of the first run.</summary>
internal sealed class SetupEndpoints(DeskSetup setup, DeskKey key, DeskFrames frames, DeskSettingsBook settings)
{
    private const int MostOfBody = 8 * 1024;

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet(DeskPaths.Setup, () => Page());
        desk.MapPost($"{DeskPaths.Setup}/language", LanguageAsync);
        desk.MapPost($"{DeskPaths.Setup}/invitation", InvitationAsync);
        desk.MapPost($"{DeskPaths.Setup}/keys", KeysAsync);
        desk.MapPost($"{DeskPaths.Setup}/open", OpenAsync);
        desk.MapPost($"{DeskPaths.Setup}/ask", AskAsync);
        desk.MapGet($"{DeskPaths.Setup}/member.json", MemberFile);
    }

    private async Task<IResult> LanguageAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (tag, proxy) = (form["language"].ToString(), form["proxy"].ToString().Trim());
        if (setup.Step is SetupStep.Done || !DeskWords.Tags.Contains(tag))
        {
            return ToSetup();
        }

        if (proxy.Length > 0 && !ExchangeProxy.TryParse(proxy, out _, out var problem))
        {
            settings.Save(settings.Value with { Language = tag });
            return Page(settings.Words.With(Phrase.SettingProxyWrong, problem));
        }

        settings.Save(settings.Value with { Language = tag, Proxy = proxy });
        return ToSetup();
    }

    private async Task<IResult> InvitationAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (setup.Step != SetupStep.Invitation)
        {
            return ToSetup();
        }

        if (Invitation.Parse(form["invitation"].ToString()) is not { } invitation)
        {
            return Page(settings.Words[Phrase.InvitationWrong]);
        }

        setup.Take(invitation);
        return ToSetup();
    }

    private async Task<IResult> KeysAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (first, again) = await PassphraseForm.ReadTwiceAsync(context.Request, MostOfBody, cancellationToken);
        try
        {
            if (setup.Step != SetupStep.Identity)
            {
                return ToSetup();
            }

            if (!first.AsSpan().SequenceEqual(again) || !PassphraseRule.Fits(first))
            {
                return Page(first.AsSpan().SequenceEqual(again) ? settings.Words.With(Phrase.PassphraseShort, PassphraseRule.MinLength) : settings.Words[Phrase.PassphraseOther]);
            }

            await Task.Run(() => setup.MakeKeys(first), CancellationToken.None);
            return ToSetup();
        }
        finally
        {
            Array.Clear(first);
            Array.Clear(again);
        }
    }

    private async Task<IResult> OpenAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var passphrase = await PassphraseForm.ReadAsync(context.Request, MostOfBody, cancellationToken);
        try
        {
            if (setup.Step != SetupStep.Waiting)
            {
                return ToSetup();
            }

            if (setup.Wait is var wait && wait > TimeSpan.Zero)
            {
                return Page(settings.Words.With(Phrase.UnlockTooSoon, (int)Math.Ceiling(wait.TotalSeconds)));
            }

            return await Task.Run(() => setup.TryOpenKeys(passphrase), CancellationToken.None) ? ToSetup() : Page(settings.Words[Phrase.UnlockWrong]);
        }
        finally
        {
            Array.Clear(passphrase);
        }
    }

    private async Task<IResult> AskAsync(CancellationToken cancellationToken)
    {
        switch (await setup.AskAsync(cancellationToken))
        {
            case SetupAnswer.Ready:
                setup.Dispose();
                return TypedResults.LocalRedirect($"{key.Base}{DeskPaths.Unlock}");
            case SetupAnswer.NotYet { Reach: ExchangeReach.NotKnown or ExchangeReach.Reachable }:
                return Page(settings.Words[Phrase.SetupNotYet]);
            case SetupAnswer.NotYet notYet:
                return Page(new TroubleWords(settings.Words).Of(notYet.Reach) ?? settings.Words[Phrase.SetupNotYet]);
            case SetupAnswer.Refused refused:
                return Page([.. refused.Problems]);
            default:
                return ToSetup();
        }
    }

    private IResult MemberFile() => setup.MemberFile is { } file ? TypedResults.File(file, "application/json", "member.json") : TypedResults.NotFound();

    private RedirectHttpResult ToSetup() => TypedResults.LocalRedirect($"{key.Base}{(setup.Step is SetupStep.Done ? DeskPaths.Unlock : DeskPaths.Setup)}");

    private IResult Page(params IReadOnlyList<string> problems)
    {
        if (setup.Step is SetupStep.Done)
        {
            return ToSetup();
        }

        return DeskPages.Of<SetupPage>(
            frames.Frame(),
            (nameof(SetupPage.Step), setup.Step),
            (nameof(SetupPage.Problems), problems),
            (nameof(SetupPage.Proxy), settings.Value.Proxy),
            (nameof(SetupPage.Organisation), setup.Invitation is { } invitation ? Fingerprint.Of(invitation.Organisation) : null),
            (nameof(SetupPage.Own), setup.Own is { } own ? Fingerprint.Of(own) : null));
    }
}
