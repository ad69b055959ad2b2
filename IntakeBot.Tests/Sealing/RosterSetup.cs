using System.Text.Json.Nodes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing;

/// <summary>A configuration folder with a good roster on real files, for tests to spoil.</summary>
internal sealed class RosterSetup : IDisposable
{
    public static readonly Day Today = new(20_780);

    private readonly TempFolder _folder = new();

    public RosterSetup()
    {
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Path.Combine(Config, MemberFile.Folder));
        File.WriteAllText(Path.Combine(Config, RosterFolder.OrganisationName), $"{Organisation.Public}\n");
        Ada = Member("ada");
        Ben = Member("ben");
        Json = new JsonObject
        {
            ["serial"] = 7,
            ["notAfter"] = Today.Plus(90).ToString(),
            ["epochStart"] = Today.Plus(-30).ToString(),
            ["epochDays"] = 28,
            ["places"] = 4,
            ["approvals"] = 2,
            ["desks"] = new JsonArray("hotline", "safeguarding"),
            ["exchange"] = new JsonObject { ["address"] = "http://127.0.0.1:8471", ["publicKey"] = Exchange.Public.ToString() },
            ["questionnaires"] = new JsonArray(new string('a', 40)),
            ["members"] = new JsonArray(Entry(0, "ada", "lead", Ada), Entry(2, "ben", "staff", Ben)),
        };
        Sign();
    }

    public SigningKey Organisation { get; } = SigningKey.Draw();

    public SigningKey Exchange { get; } = SigningKey.Draw();

    public Identity Ada { get; }

    public Identity Ben { get; }

    /// <summary>roster.json, to be changed and then signed.</summary>
    public JsonObject Json { get; }

    public JsonArray Members => Json["members"]!.AsArray();

    public string Config => _folder.Of("config");

    public string Data => _folder.Of("data");

    public static JsonObject Entry(int place, string pseudonym, string role, Identity identity) => new()
    {
        ["place"] = place,
        ["pseudonym"] = pseudonym,
        ["role"] = role,
        ["desk"] = "hotline",
        ["signingKey"] = identity.Signing.Public.ToString(),
    };

    /// <summary>An identity for epochs 1 (today's) to 4, with its public file in place.</summary>
    public Identity Member(string pseudonym)
    {
        var identity = Identity.Draw(1, 4);
        Publish(pseudonym, identity);
        return identity;
    }

    public void Publish(string pseudonym, Identity identity) => File.WriteAllBytes(MemberPath(pseudonym), MemberFile.Encode(identity));

    public string MemberPath(string pseudonym) => Path.Combine(Config, MemberFile.Folder, $"{pseudonym}.json");

    public void Sign(SigningKey? by = null) => SignText(Json.ToJsonString(), by);

    public void SignText(string text, SigningKey? by = null)
    {
        File.WriteAllText(Path.Combine(Config, RosterFolder.RosterName), text);
        RosterFolder.Sign(Config, by ?? Organisation);
    }

    public RosterReading Read(params string[] desks) => RosterFolder.Read(Config, Data, Today, desks);

    /// <summary>Signed and read; the problems without the folder's path.</summary>
    public IReadOnlyList<string> Problems(params string[] desks) =>
        [.. Read(desks).Problems.Select(p => p.Replace(_folder.Path + "/", "", StringComparison.Ordinal))];

    public Roster Good() => Read("hotline").Roster ?? throw new InvalidOperationException(string.Join('\n', Problems("hotline")));

    public void Dispose() => _folder.Dispose();
}
