using System.Globalization;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Covers;

/// <summary>Reads one cover's file. Its words pass the same rules as everything that a person is shown.</summary>
internal sealed class CoverReader(IReadOnlyList<string> tags, Findings findings)
{
    /// <summary>A card must fit on one screen, and its buttons' numbers into a button's option byte.</summary>
    private const int MostPages = 8;
    private const int MostUnits = 6;
    private const int MostPhrases = 200;
    private const int MostName = 64;
    private const int MostAbout = 120;
    private const int MostDescription = 512;
    private const int MostCommand = 100;

    private readonly TextsReader _texts = new(tags, findings);

    public Cover? Read(Node root)
    {
        var kind = Fields.OfAny(root, "this file", findings)?.Need("kind")?.AsText("kind", findings);
        switch (kind?.Value)
        {
            case "units":
                return Units(root);
            case "phrases":
                return Phrases(root);
            case null:
                return null;
            default:
                findings.Add(kind.Line, $"kind {kind} is none: known are units and phrases");
                return null;
        }
    }

    private UnitCover? Units(Node root)
    {
        var fields = Fields.Of(root, "this file", findings, "kind", "profile", "ask", "pages");
        var pages = Some(fields?.Need("pages"), "pages", MostPages).Select(Page).ToList();
        return pages.Count == 0 ? null : new() { Profiles = Profile(fields?.Need("profile")), Ask = Lines(fields?.Need("ask"), "ask"), Pages = pages };
    }

    private PhraseCover? Phrases(Node root)
    {
        var fields = Fields.Of(root, "this file", findings, "kind", "profile", "title", "phrases");
        var phrases = Some(fields?.Need("phrases"), "phrases", MostPhrases).Select(n => Lines(n, "a phrase")).ToList();
        return phrases.Count == 0 ? null : new() { Profiles = Profile(fields?.Need("profile")), Titles = Lines(fields?.Need("title"), "title"), Phrases = phrases };
    }

    private IReadOnlyList<Node> Some(Node? node, string what, int most)
    {
        var items = node?.AsList(what, findings)?.Items ?? [];
        if (items.Count > most)
        {
            findings.Add(items[most].Line, $"{items.Count} {what} are too many: give {most} or fewer");
        }

        return items;
    }

    private UnitPage Page(Node node)
    {
        var fields = Fields.Of(node, "a page", findings, "title", "units");
        var titles = _texts.Read(fields?.Need("title"), "title", PersonText.Label);
        return new(titles, [.. Some(fields?.Need("units"), "units", MostUnits).Select(Unit)]);
    }

    private Unit Unit(Node node)
    {
        var fields = Fields.Of(node, "a unit", findings, "name", "size");
        var size = fields?.Need("size")?.AsText("size", findings);
        var value = 1m;
        if (size is not null && (!decimal.TryParse(size.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) || value <= 0))
        {
            findings.Add(size.Line, $"size {size} is no number above 0: say how many of the page's first measure it is");
        }

        return new(_texts.Read(fields?.Need("name"), "name", PersonText.Label), value > 0 ? value : 1);
    }

    private IReadOnlyList<CoverProfile> Profile(Node? node)
    {
        var fields = Fields.Of(node, "profile", findings, "name", "about", "description", "start", "privacy");
        var names = Capped(fields, "name", MostName);
        var abouts = Capped(fields, "about", MostAbout);
        var descriptions = Capped(fields, "description", MostDescription);
        var starts = Capped(fields, "start", MostCommand);
        var privacies = Capped(fields, "privacy", MostCommand);
        return [.. tags.Select((_, i) => new CoverProfile { Name = names[i], About = abouts[i], Description = descriptions[i], Start = starts[i], Privacy = privacies[i] })];
    }

    private IReadOnlyList<string> Capped(Fields? fields, string key, int most) => _texts.Read(fields?.Need(key), $"profile.{key}", (node, what, told) =>
    {
        var text = PersonText.Text(node, what, told).TrimEnd();
        if (text.Length > most)
        {
            told.Add(node!.Line, $"{what} has {text.Length} characters: Telegram takes {most}");
        }

        return text;
    });

    private IReadOnlyList<string> Lines(Node? node, string what) => _texts.Read(node, what, PersonText.Line);
}
