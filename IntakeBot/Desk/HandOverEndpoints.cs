using System.Globalization;
using System.Security.Cryptography;
using IntakeBot.Core.Intakes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IntakeBot.Desk;

/// <summary>From one shift to the next: the note, what waits, and what a second member has to agree to.</summary>
internal static class HandOverEndpoints
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet(DeskPaths.HandOver, (HttpContext context) => Page(DeskVisits.Of(context)));
        inside.MapPost($"{DeskPaths.HandOver}/note", NoteAsync);
        inside.MapGet(DeskPaths.Second, (HttpContext context, string what) => Second(DeskVisits.Of(context), what));
        inside.MapPost(DeskPaths.Second, AskAsync);
        inside.MapPost($"{DeskPaths.Second}/{{name}}", DecideAsync);
    }

    private static RazorComponentResult Page(DeskVisit visit) => DeskPages.Of<HandOverPage>(visit.Frame, (nameof(HandOverPage.Model), new HandOverView(visit).Of()));

    private static async Task<IResult> NoteAsync(HttpContext context, [FromForm] string text, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        return MemoBody.ShiftNote.Of(text.ReplaceLineEndings("\n").Trim()) is not { } note
            ? visit.Say(Phrase.NotSavedTitle, visit.Frame.Words[Phrase.NotUnderstood])
            : await SendAsync(visit, note, cancellationToken);
    }

    private static IResult Second(DeskVisit visit, string what) => !TryRead(what, out var wish)
        ? visit.To(DeskPaths.Queue)
        : DeskPages.Of<SecondPage>(
            visit.Frame, (nameof(SecondPage.What), wish.ToString()), (nameof(SecondPage.IsAsked), visit.Second.IsWaiting(wish)),
            (nameof(SecondPage.Why), visit.Frame.Words[wish == SecondFor.Openings ? Phrase.SecondOpenings : Phrase.SecondTable]));

    private static async Task<IResult> AskAsync(HttpContext context, [FromForm] string what, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        if (!TryRead(what, out var wish))
        {
            return visit.To(DeskPaths.Queue);
        }

        var name = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        var count = wish == SecondFor.Openings ? OpeningLimit.Most : visit.Open.Cases.Sheet.Cases.Count(c => !c.IsClosed);
        return visit.Second.IsWaiting(wish) ? Second(visit, what)
            : await SendAsync(visit, new MemoBody.Asked(name, wish, (ushort)Math.Min(count, ushort.MaxValue)), cancellationToken);
    }

    private static async Task<IResult> DecideAsync(HttpContext context, string name, [FromForm] string yes, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        return ulong.TryParse(name, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var asked) && visit.Second.ToDecide.Any(a => a.Asked.Name == asked)
            ? await SendAsync(visit, new MemoBody.Agreed(asked, yes == "yes"), cancellationToken)
            : Page(visit);
    }

    /// <summary>A referral is asked for at its case.</summary>
    private static bool TryRead(string what, out SecondFor wish) => Enum.TryParse(what, out wish) && wish is SecondFor.Openings or SecondFor.Table;

    private static async Task<IResult> SendAsync(DeskVisit visit, MemoBody body, CancellationToken cancellationToken) =>
        await visit.Open.WriteMemoAsync(body, cancellationToken) > 0
            ? visit.To(DeskPaths.HandOver)
            : visit.Say(Phrase.NotSavedTitle, visit.Frame.Words[Phrase.NotSaved]);
}
