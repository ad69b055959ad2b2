using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>A roster from fixed keys, to be spoiled before or after it is signed.</summary>
internal sealed class FixedRoster
{
    public const ushort Today = 20_780;
    public const string OrganisationFile = "config/organisation.pub";
    public const string RosterFile = "config/roster.json";
    public const string SignatureFile = "config/roster.sig";
    public const string PinFile = "data/pinned.json";

    public FixedRoster()
    {
        Files[OrganisationFile] = Encoding.ASCII.GetBytes($"{Key("organisation").Public}\n");
        Json = new JsonObject
        {
            ["serial"] = 7,
            ["notAfter"] = new Day(Today).Plus(90).ToString(),
            ["epochStart"] = new Day(Today).Plus(-30).ToString(),
            ["epochDays"] = 28,
            ["places"] = 4,
            ["approvals"] = 2,
            ["desks"] = new JsonArray("hotline", "safeguarding"),
            ["exchange"] = new JsonObject { ["address"] = "https://exchange.example:8471", ["publicKey"] = Key("exchange").Public.ToString() },
            ["questionnaires"] = new JsonArray(new string('a', 40)),
            ["members"] = new JsonArray(),
        };
        Add(0, "ada", "lead", "hotline", 1);
        Add(2, "ben", "staff", "hotline", 1);
    }

    /// <summary>roster.json, to be changed before it is signed.</summary>
    public JsonObject Json { get; }

    public Dictionary<string, byte[]> Files { get; } = [];

    public static SigningKey Key(string name) => new(Fixed.Bytes($"{name} signing"));

    public static Identity IdentityOf(string name, params uint[] epochs) => Identity.Decode(Content(name, epochs))!;

    /// <summary>What an identity file encrypts.</summary>
    public static byte[] Content(string name, params uint[] epochs) =>
        [.. Fixed.Bytes($"{name} signing"), .. epochs.SelectMany(e => Big(e).Concat(Fixed.Bytes($"{name} epoch {e}")))];

    public static string MemberFileOf(string name) => $"config/members/{name}.json";

    public static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>A member of the roster; with a file where there are epochs.</summary>
    public void Add(int place, string name, string role, string desk, params uint[] epochs)
    {
        Json["members"]!.AsArray().Add(new JsonObject
        {
            ["place"] = place,
            ["pseudonym"] = name,
            ["role"] = role,
            ["desk"] = desk,
            ["signingKey"] = Key(name).Public.ToString(),
        });
        if (epochs.Length > 0)
        {
            Files[MemberFileOf(name)] = MemberFile.Encode(IdentityOf(name, epochs));
        }
    }

    /// <summary>Puts a value in the place of another; "members.1.role" is a path.</summary>
    public FixedRoster Set(string path, JsonNode? value)
    {
        var names = path.Split('.');
        JsonNode node = Json;
        foreach (var name in names[..^1])
        {
            node = int.TryParse(name, out var index) ? node[index]! : node[name]!;
        }

        if (int.TryParse(names[^1], out var last))
        {
            node[last] = value;
        }
        else
        {
            node[names[^1]] = value;
        }

        return this;
    }

    /// <summary>Both members state a key for this epoch alone.</summary>
    public FixedRoster Reissue(uint epoch)
    {
        foreach (var name in new[] { "ada", "ben" })
        {
            Files[MemberFileOf(name)] = MemberFile.Encode(IdentityOf(name, epoch));
        }

        return this;
    }

    public void Sign() => Sign(Encoding.UTF8.GetBytes(Json.ToJsonString()));

    /// <summary>Signs these bytes, as if roster.json were them.</summary>
    public void Sign(byte[] json, string by = "organisation", string purpose = "roster")
    {
        Files[RosterFile] = json;
        Files[SignatureFile] = Encoding.ASCII.GetBytes(Convert.ToBase64String(Key(by).Sign(purpose, json)) + "\n");
    }

    public void Pin(uint serial, string hash, string organisation = "organisation") => Files[PinFile] = Encoding.ASCII.GetBytes(
        new JsonObject { ["organisation"] = Key(organisation).Public.ToString(), ["serial"] = serial, ["hash"] = hash }.ToJsonString());

    public string RosterText() => Encoding.UTF8.GetString(Files[RosterFile]);

    /// <summary>Signs what is not signed yet.</summary>
    public Vector Draft(string name, string expect, string about, string desks = "hotline", int today = Today)
    {
        if (!Files.ContainsKey(RosterFile))
        {
            Sign();
        }

        var vector = Vector.Draft($"roster-{name}", "roster", expect, about).With("today", today.ToString(CultureInfo.InvariantCulture)).With("desks", desks);
        return Files.OrderBy(f => f.Key, StringComparer.Ordinal).Aggregate(vector, (v, f) => v.With(f.Key, f.Value));
    }
}
