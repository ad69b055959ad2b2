using System.Globalization;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Exchange;

/// <summary>What a member may ask. Nothing here knows what a row holds.</summary>
internal static class ExchangeEndpoints
{
    private static readonly string[] ManifestNames = ["kind", "after", "limit"];

    public static Results<FileContentHttpResult, NotFound> Manifest(HttpContext context, SealedStore store, ExchangeAnswers answers)
    {
        var query = context.Request.Query;
        Place? after = null;
        if (query.Any(q => !ManifestNames.Contains(q.Key) || q.Value.Count != 1)
            || ExchangePaths.KindOf(query["kind"]) is var kind && !ExchangePaths.IsListed(kind)
            || !TryReadAfter(query["after"], ref after)
            || !TryReadLimit(query["limit"], out var limit))
        {
            return TypedResults.NotFound();
        }

        var page = new ManifestPage
        {
            Entries = [.. store.Manifest(kind, after, limit).Select(e => new ManifestLine(e.Place.ToString(), e.Version.ToString()))],
        };
        return answers.Answer(context, page.Encode(), "application/json");
    }

    public static Results<FileContentHttpResult, NotFound> Row(
        HttpContext context, string kind, string place, SealedStore store, ExchangeAnswers answers)
    {
        if (context.Request.Query.Count > 0 || !Place.TryParse(place, out var at))
        {
            return TypedResults.NotFound();
        }

        // Memos lie among events, and an auditor opens no event.
        var isRecipient = context.Features.GetRequiredFeature<Admitted>().Member.IsRecipient;
        SealedRow? row = ExchangePaths.KindOf(kind) switch
        {
            RowKind.Tombstone => store.Find<Tombstone>(at),
            RowKind.Event => store.Find<EventRow>(at),
            _ when !isRecipient => null,
            RowKind.Cold => store.Find<ColdRow>(at),
            RowKind.Hot => store.Find<HotRow>(at),
            RowKind.Mailbox => store.Find<Mailbox>(at),
            _ => null,
        };
        return row is null ? TypedResults.NotFound() : answers.Answer(context, row);
    }

    public static Results<FileContentHttpResult, NotFound> Roster(HttpContext context, Published published, ExchangeAnswers answers) =>
        !context.Request.QueryString.HasValue && published.Roster() is { } body ? answers.Answer(context, body, "application/json") : TypedResults.NotFound();

    public static Results<FileContentHttpResult, NotFound> Questionnaire(HttpContext context, Published published, ExchangeAnswers answers) =>
        !context.Request.QueryString.HasValue && published.Questionnaire() is { } body ? answers.Answer(context, body, "application/json") : TypedResults.NotFound();

    private static bool TryReadAfter(string? text, ref Place? after)
    {
        if (text is null)
        {
            return true;
        }

        var read = Place.TryParse(text, out var place);
        after = place;
        return read;
    }

    private static bool TryReadLimit(string? text, out int limit)
    {
        limit = ManifestPage.Limit;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= ManifestPage.Limit);
    }
}
