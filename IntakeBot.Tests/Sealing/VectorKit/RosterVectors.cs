using System.Text.Json.Nodes;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>roster.json: every rule of its own, each broken once under a good signature.</summary>
internal static class RosterVectors
{
    private static readonly string Zeros = new('A', 43);

    private static readonly (string Name, string About, string Path, string Value)[] Wrong =
    [
        ("serial-0", "The serial is 0.", "serial", "0"), ("serial-negative", "The serial is negative.", "serial", "-7"),
        ("serial-large", "The serial is 2^32.", "serial", "4294967296"), ("serial-text", "The serial is a text.", "serial", "\"7\""),
        ("serial-fraction", "The serial is 7.5.", "serial", "7.5"), ("serial-point", "The serial is 7.0.", "serial", "7.0"),
        ("serial-exponent", "The serial is 7e0.", "serial", "7e0"), ("serial-null", "The serial is null.", "serial", "null"),
        ("ended", "Its last day was yesterday.", "notAfter", "\"2026-11-22\""), ("day-form", "The last day is written otherwise.", "notAfter", "\"23.11.2026\""),
        ("day-time", "The last day has a time.", "notAfter", "\"2027-02-21T00:00\""), ("day-short", "The month has one digit.", "notAfter", "\"2027-2-21\""),
        ("day-none", "There is no such day.", "notAfter", "\"2027-02-30\""), ("day-before", "A day before 1970.", "epochStart", "\"1969-12-31\""),
        ("day-after", "A day that two bytes do not hold.", "notAfter", "\"2149-06-07\""), ("start-tomorrow", "Epochs start tomorrow.", "epochStart", "\"2026-11-24\""),
        ("epoch-days-0", "An epoch has no day.", "epochDays", "0"),
        ("places-5", "There are 5 places.", "places", "5"), ("places-0", "There are no places.", "places", "0"), ("places-64", "There are 64 places.", "places", "64"),
        ("approvals-0", "No approval is needed.", "approvals", "0"), ("approvals-3", "Three approvals are needed.", "approvals", "3"),
        ("desks-none", "There is no desk.", "desks", "[]"), ("desks-twice", "A desk is named twice.", "desks", "[\"hotline\",\"hotline\"]"),
        ("desks-capital", "A desk has a capital letter.", "desks", "[\"hotline\",\"Night\"]"), ("desks-empty", "A desk has no name.", "desks", "[\"hotline\",\"\"]"),
        ("desks-long", "A desk's name has 33 letters.", "desks", $"[\"hotline\",\"{new string('d', 33)}\"]"), ("desks-null", "A desk is null.", "desks", "[\"hotline\",null]"),
        ("questionnaires-none", "No questionnaire is valid.", "questionnaires", "[]"), ("questionnaires-capital", "A hash in capitals.", "questionnaires", $"[\"{new string('A', 40)}\"]"),
        ("questionnaires-short", "A hash of 39 digits.", "questionnaires", $"[\"{new string('a', 39)}\"]"), ("address", "An address of another kind.", "exchange.address", "\"ftp://x\""),
        ("address-none", "No address.", "exchange.address", "\"\""), ("exchange-key", "The Exchange's key is all zero.", "exchange.publicKey", $"\"{Zeros}\""),
        ("place-same", "Two members have one place.", "members.1.place", "0"), ("place-4", "Place 4 of 4.", "members.1.place", "4"),
        ("place-negative", "Place -1.", "members.1.place", "-1"),
        ("pseudonym-path", "A name leaves the folder.", "members.1.pseudonym", "\"../ben\""), ("pseudonym-none", "A member has no name.", "members.1.pseudonym", "\"\""),
        ("role", "There is no such role.", "members.1.role", "\"admin\""), ("role-capital", "A role with a capital letter.", "members.1.role", "\"Staff\""),
        ("desk", "There is no such desk.", "members.1.desk", "\"kitchen\""), ("signing-key", "A signing key is all zero.", "members.1.signingKey", $"\"{Zeros}\""),
        ("recovery-null", "Recovery is null.", "members.1.recovery", "null"), ("unknown", "A name that no roster has.", "colour", "1"),
        ("entry-unknown", "A name that no member has.", "members.1.colour", "1"), ("members-null", "Members is null.", "members", "null"),
        ("questionnaire-null", "A questionnaire is null.", "questionnaires", "[null]"), ("entry-null", "A member is null.", "members.1", "null"),
        ("pseudonym-null", "A pseudonym is null.", "members.1.pseudonym", "null"), ("exchange-null", "The Exchange is null.", "exchange", "null"),
        ("since-tomorrow", "A member's key counts from tomorrow.", "members.1.since", "\"2026-11-24\""), ("since-form", "Since is no day.", "members.1.since", "\"today\""),
        ("vacated-place-4", "Place 4 of 4 was vacated.", "vacated", "[{\"place\":4,\"day\":\"2026-11-01\"}]"),
        ("vacated-tomorrow", "A place was vacated tomorrow.", "vacated", "[{\"place\":3,\"day\":\"2026-11-24\"}]"),
        ("vacated-twice", "A place was vacated twice.", "vacated", "[{\"place\":3,\"day\":\"2026-11-01\"},{\"place\":3,\"day\":\"2026-11-02\"}]"),
        ("vacated-taken", "A place that rests is Ada's.", "vacated", "[{\"place\":0,\"day\":\"2026-11-01\"}]"),
        ("vacated-179", "A place that was vacated 179 days ago is Ada's.", "vacated", "[{\"place\":0,\"day\":\"2026-05-28\"}]"),
        ("vacated-unknown", "A vacated place has a colour.", "vacated", "[{\"place\":3,\"day\":\"2026-11-01\",\"colour\":1}]"),
        ("vacated-null", "A vacated place is null.", "vacated", "[null]"),
    ];

    private static readonly (string Name, string About, string Path, string Value)[] Right =
    [
        ("since-today", "A member's key counts from today.", "members.1.since", "\"2026-11-23\""),
        ("vacated-free", "A place rests.", "vacated", "[{\"place\":3,\"day\":\"2026-11-23\"}]"),
        ("vacated-180", "A place that was vacated 180 days ago is Ada's.", "vacated", "[{\"place\":0,\"day\":\"2026-05-27\"}]"),
    ];

    public static IEnumerable<Vector> All() => [.. Wrong.Select(w => Set(w.Name, w.About, w.Path, JsonNode.Parse(w.Value))), .. Good(), .. More(), .. Texts()];

    private static IEnumerable<Vector> Good() =>
        Right.Select(w => new FixedRoster().Set(w.Path, JsonNode.Parse(w.Value)).Draft(w.Name, Vector.Success, w.About));

    private static Vector Set(string name, string about, string path, JsonNode? value) => new FixedRoster().Set(path, value).Draft(name, "roster", about);

    private static IEnumerable<Vector> More()
    {
        var ada = FixedRoster.Key("ada").Public.ToString();
        yield return Set("signing-key-short", "A signing key of 42 letters.", "members.1.signingKey", ada[..42]);
        yield return Set("signing-key-padded", "A signing key with padding.", "exchange.publicKey", FixedRoster.Key("exchange").Public + "=");
        yield return Set("signing-key-bits", "The last letter of a signing key has bits that say nothing.", "exchange.publicKey", TextForgeries.LastBit(FixedRoster.Key("exchange").Public.ToString()));
        yield return new FixedRoster().Draft("desk-nobody", "roster", "A desk in use has no recipient.", "hotline safeguarding");
        yield return new FixedRoster().Draft("desk-unknown", "roster", "A desk in use is not in the roster.", "kitchen");
        yield return new FixedRoster().Set("members.0.role", "auditor").Set("members.1.role", "auditor").Draft("auditors", "roster", "Only auditors: nobody could open.");
        yield return new FixedRoster().Reissue(0).Set("epochDays", 367).Draft("epoch-days-367", "roster", "An epoch has 367 days.");
        yield return new FixedRoster().Set("members.1.pseudonym", "ada").Set("members.1.role", "auditor").Draft("pseudonym-same", "roster", "Two members have one name.");
        yield return new FixedRoster().Set("epochStart", "2026-08-01").Draft("no-current-key", "roster", "Nobody has stated a key for the current epoch.");
        var same = new FixedRoster();
        same.Json["members"]!.AsArray().Add(same.Json["members"]![0]!.DeepClone());
        yield return same.Set("members.2.place", 3).Set("members.2.pseudonym", "ada-two").Set("members.2.role", "auditor").Draft("signing-key-same", "roster", "Two members have one signing key.");
    }

    /// <summary>The text itself, signed as it stands.</summary>
    private static IEnumerable<Vector> Texts()
    {
        (string Name, string About, string Old, string New)[] wrong =
        [
            ("repeated", "A name stands twice.", "{\"serial\":7,", "{\"serial\":7,\"serial\":7,"), ("capital", "A name is differently capitalised.", "\"serial\"", "\"Serial\""),
            ("missing", "A name is missing.", "\"approvals\":2,", ""), ("comment", "A comment.", "\"approvals\":2,", "\"approvals\":2,/* two */"),
            ("trailing-comma", "A comma behind the last desk.", "\"safeguarding\"]", "\"safeguarding\",]"), ("cut", "The text ends early.", "]}", "]"),
            ("two", "Another object follows.", "\"hotline\",\"safeguarding\"]", "\"hotline\",\"safeguarding\"]}{"), ("single-quotes", "Single quotes.", "\"serial\"", "'serial'"),
            ("leading-zero", "A number with a leading zero.", "\"serial\":7", "\"serial\":07"), ("plus", "A number with a plus.", "\"serial\":7", "\"serial\":+7"),
            ("control", "A line end within a text.", "\"hotline\",\"s", "\"hotline\",\"\ns"), ("member-repeated", "A member's name stands twice.", "\"role\":\"lead\"", "\"role\":\"lead\",\"role\":\"lead\""),
        ];
        foreach (var (name, about, old, replaced) in wrong)
        {
            yield return TextForgeries.Signed($"json-{name}", "roster", about, t => t.Replace(old, replaced, StringComparison.Ordinal));
        }

        yield return TextForgeries.Signed("json-mark", "roster", "A byte order mark.", t => "\uFEFF" + t);
        yield return TextForgeries.Signed("json-null", "roster", "The word null.", _ => "null");
        yield return TextForgeries.Signed("json-array", "roster", "An array.", t => $"[{t}]");
        yield return TextForgeries.Signed("json-empty", "roster", "No byte.", _ => "");
        var roster = new FixedRoster();
        roster.Sign();
        byte[] json = [.. roster.Files[FixedRoster.RosterFile]];
        json[roster.RosterText().IndexOf("hotline", StringComparison.Ordinal)] = 0xFF;
        roster.Sign(json);
        yield return roster.Draft("json-not-utf8", "roster", "A byte that is no UTF-8.");
    }
}
