using System.Net;

namespace IntakeBot.Sheets;

/// <summary>Leaflets as one page of HTML to print: a card for each language. It loads nothing.</summary>
public static class LeafletPage
{
    public static string Of(IEnumerable<LeafletCard> cards) =>
        Template().Replace("{{cards}}", string.Concat(cards.Select(Card)), StringComparison.Ordinal);

    private static string Card(LeafletCard card)
    {
        var words = card.Word is { } word ? $"<p>{Text(card.Sentences.Word)}</p><p class=\"big\">{Text(word)}</p>" : "";
        var picture = card.Link is { } link ? $"<figure>{QrDrawing.Of(link, "QR code of the address")}<figcaption>{Text(card.Sentences.Link)}</figcaption></figure>" : "";
        var check = card.Phrase is { } phrase ? $"<p>{Text(card.Sentences.Check)}</p><p class=\"big\">{Text(phrase)}</p>" : "";
        return $"""
            <section lang="{Text(card.Tag)}">
            {picture}<p>{Text(card.Sentences.Find)}</p><p class="big">{Text(card.Bot)}</p>
            {words}
            {check}
            <p class="small">{Text(card.Sentences.Never)}</p>
            </section>

            """;
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text.Trim());

    private static string Template()
    {
        using var stream = typeof(LeafletPage).Assembly.GetManifestResourceStream("IntakeBot.Sheets.leaflet.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
