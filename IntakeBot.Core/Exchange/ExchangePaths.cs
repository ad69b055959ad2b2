using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// What can be asked for: a page of the manifest, one row, the roster, the questionnaire, a page of the log; and what can be put: one stanza, one reply, a removal,
/// a case event, the key of an epoch to come, an acknowledgement. No manifest lists mailboxes: only
/// who has opened an intake knows the place of its mailbox, so that no other desk fetches its key.
/// </summary>
public static class ExchangePaths
{
    public const string Root = "/v1";
    public const string Manifest = "/manifest";
    public const string Row = "/rows/{kind}/{place}";
    public const string Stanza = "/rows/cold/{place}/stanzas/{rosterPlace}";
    public const string Removal = "/rows/cold/{place}/removal";
    public const string Roster = "/roster";
    public const string Event = "/rows/event/{place}";
    public const string Questionnaire = "/questionnaire";
    public const string Reply = "/rows/mailbox/{place}/replies";

    public const string EpochKey = "/epochs/{epoch}/key";
    public const string Acknowledgement = "/acknowledgement";
    public const string Log = "/log";

    public static string ManifestOf(RowKind kind, Place? after, int limit) =>
        $"{Root}{Manifest}?kind={NameOf(kind)}{(after is { } place ? $"&after={place}" : "")}&limit={limit}";

    public static string RowOf(RowKind kind, Place place) => $"{Root}/rows/{NameOf(kind)}/{place}";

    public static string StanzaOf(Place place, byte rosterPlace) => $"{Root}/rows/cold/{place}/stanzas/{rosterPlace}";

    public static string RemovalOf(Place place) => $"{Root}/rows/cold/{place}/removal";

    public static string ReplyOf(Place mailbox) => $"{Root}/rows/mailbox/{mailbox}/replies";

    public static string EpochKeyOf(uint epoch) => $"{Root}/epochs/{epoch}/key";

    public static string LogOf(uint after) => $"{Root}{Log}?after={after}";

    /// <summary>True for what a manifest lists.</summary>
    public static bool IsListed(RowKind kind) => kind is RowKind.Cold or RowKind.Hot or RowKind.Tombstone or RowKind.Event;

    /// <summary><see cref="RowKind.None"/> for anything else.</summary>
    public static RowKind KindOf(string? name) => name switch
    {
        "cold" => RowKind.Cold,
        "hot" => RowKind.Hot,
        "mailbox" => RowKind.Mailbox,
        "tombstone" => RowKind.Tombstone,
        "event" => RowKind.Event,
        _ => RowKind.None,
    };

    private static string NameOf(RowKind kind) => kind switch
    {
        RowKind.Cold => "cold",
        RowKind.Hot => "hot",
        RowKind.Mailbox => "mailbox",
        RowKind.Tombstone => "tombstone",
        RowKind.Event => "event",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are five kinds of rows."),
    };
}
