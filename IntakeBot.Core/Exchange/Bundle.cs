using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>Sealed rows and what is needed to read them, on their way to a machine that has never seen the server. Nothing in it is open.</summary>
public sealed record Bundle
{
    /// <summary>The day on which it was made.</summary>
    public required Day Day { get; init; }

    /// <summary>Name with / → bytes: organisation.pub, roster.json, roster.sig, members, questionnaire.yaml, languages, languages/quiet.</summary>
    public required IReadOnlyDictionary<string, byte[]> Files { get; init; }

    public required IReadOnlyList<(ColdRow Cold, HotRow Hot)> Rows { get; init; }

    /// <summary>By place, rising, so that their order does not tell to which intake each belongs.</summary>
    public required IReadOnlyList<Mailbox> Mailboxes { get; init; }

    /// <summary>Of intakes that the person erased; by place, rising. There is no row of such an intake.</summary>
    public required IReadOnlyList<Tombstone> Tombstones { get; init; }

    /// <summary>Whose they are only who can open the intake can tell; by place, rising.</summary>
    public IReadOnlyList<EventRow> Events { get; init; } = [];

    /// <summary>Signed by all who must, on their way to a machine that reaches the Exchange; in the order in which they were signed.</summary>
    public IReadOnlyList<SignedReply> Replies { get; init; } = [];

    /// <summary>What a desk wrote that does not reach the Exchange itself, on its way to a machine that does.</summary>
    public static Bundle OfOutbox(Day day, IEnumerable<EventRow> events, IEnumerable<SignedReply> replies) => new()
    {
        Replies = [.. replies],
        Day = day,
        Files = new Dictionary<string, byte[]>(),
        Rows = [],
        Mailboxes = [],
        Tombstones = [],
        Events = [.. events.OrderBy(e => e.Place.Value)],
    };

    /// <summary>True for a name that a bundle may hold; no other is ever written to a disk.</summary>
    public static bool IsName(string name) => name switch
    {
        "organisation.pub" or "roster.json" or "roster.sig" or "questionnaire.yaml" => true,
        _ => IsIn(name, "members/", ".json") || IsIn(name, "languages/", ".yaml") || IsIn(name, "languages/quiet/", ".yaml"),
    };

    private static bool IsIn(string name, string folder, string extension) =>
        name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal)
        && name.Length > folder.Length + extension.Length && name.Length <= 64
        && name[folder.Length..^extension.Length].All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
