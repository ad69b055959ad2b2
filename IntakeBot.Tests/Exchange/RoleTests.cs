using System.Net;
using System.Text.Json.Nodes;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntakeBot.Tests.Exchange;

/// <summary>Each endpoint, asked for by each role and by a stranger, held against the table of docs/exchange.md.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private const byte Ada = 0;
    private const byte Ben = 2;

    /// <summary>An epoch for which nobody has stated a key.</summary>
    private const uint Next = 9;

    private readonly MailboxCase _mailbox = new();
    private readonly SigningKey _stranger = SigningKey.Draw();
    private readonly EventRow _event = new() { Place = Place.Random(), Version = RowVersion.Random(), Expires = RosterSetup.Today.Plus(180), Box = new byte[Format.EventBoxSize] };
    private ExchangeRig _rig = null!;
    private Identity _eva = null!;

    private static IReadOnlyList<string> Table =>
        [.. File.ReadAllLines(Repository.Path("docs", "exchange.md")).Where(l => l.StartsWith("| GET `", StringComparison.Ordinal) || l.StartsWith("| PUT `", StringComparison.Ordinal))];

    public async ValueTask InitializeAsync()
    {
        _rig = await ExchangeRig.StartAsync();
        _eva = _rig.Setup.Member("eva");
        _rig.Setup.Members[1]!["since"] = RosterSetup.Today.ToString();
        _rig.Setup.Members.Add(RosterSetup.Entry(3, "eva", "auditor", _eva));
        ServeQuestionnaire();
        _rig.Setup.Sign();
        _rig.Roster = _rig.Setup.Good();
        Assert.True(await _rig.Store.CommitAsync(new Change().Put(_mailbox.Row, null).Put(_event, null)));
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _mailbox.Dispose();
        _stranger.Dispose();
        _eva.Dispose();
    }

    [Fact]
    public async Task Every_role_may_what_the_table_says_and_nothing_else()
    {
        var asked = new List<string>();
        foreach (var line in Table)
        {
            var (method, path) = RequestOf(line);
            var answers = new List<string>();
            foreach (var key in new[] { _rig.Setup.Ada.Signing, _rig.Setup.Ben.Signing, _eva.Signing, _stranger })
            {
                var (target, body) = await MakeAsync(method, path, key);
                Assert.Equal(method == "PUT", body is not null);
                var code = (await _rig.SendAsync(target, key, put: body)).Code;
                answers.Add(code switch { HttpStatusCode.OK => "yes", HttpStatusCode.NotFound => "no", _ => $"{code}" });
            }

            asked.Add($"| {method} `{path}` | {string.Join(" | ", answers)} |");
        }

        Assert.Equal(Table, asked);
    }

    [Fact]
    public void No_endpoint_is_missing_in_the_table()
    {
        var mapped = _rig.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => $"{e.Metadata.GetRequiredMetadata<ExchangeAccess>().Method} {e.RoutePattern.RawText}");
        var told = Table.Select(RequestOf).Select(r => r.Method == "GET" && r.Path.StartsWith("/v1/rows/", StringComparison.Ordinal)
            ? "GET /v1/rows/{kind}/{place}" : $"{r.Method} {r.Path}");

        Assert.Equal(mapped.Order(), told.Distinct().Order());
    }

    private void ServeQuestionnaire()
    {
        var shipped = Repository.Path("config");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(shipped, "languages"), "*.yaml", SearchOption.AllDirectories).Append(Path.Combine(shipped, QuestionnairePack.MainName)))
        {
            var copy = Path.Combine(_rig.Setup.Config, Path.GetRelativePath(shipped, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _rig.Setup.Json["questionnaires"] = new JsonArray(Convert.ToHexStringLower(QuestionnaireHash.Of(ShippedQuestionnaire.Value.Canonical.Span)));
    }

    private static (string Method, string Path) RequestOf(string line) => (line[2..5], line.Split('`')[1]);

    /// <summary>A request that a recipient may make, over a fresh intake.</summary>
    private async Task<(string Target, byte[]? Body)> MakeAsync(string method, string path, SigningKey member)
    {
        var (cold, _) = await _rig.AddAsync();
        var erased = Place.Random();
        Assert.True(await _rig.Store.CommitAsync(new Change().Put(Tombstone.Of(erased, RosterSetup.Today), null)));
        return path switch
        {
            "/v1/manifest" => (ExchangePaths.ManifestOf(RowKind.Cold, null, 2), null),
            "/v1/roster" or "/v1/questionnaire" or "/v1/log" => (path, null),
            "/v1/rows/cold/{place}" => (ExchangePaths.RowOf(RowKind.Cold, cold.Place), null),
            "/v1/rows/hot/{place}" => (ExchangePaths.RowOf(RowKind.Hot, cold.Place), null),
            "/v1/rows/mailbox/{place}" => (ExchangePaths.RowOf(RowKind.Mailbox, _mailbox.Row.Place), null),
            "/v1/rows/tombstone/{place}" => (ExchangePaths.RowOf(RowKind.Tombstone, erased), null),
            "/v1/rows/event/{place}" => (ExchangePaths.RowOf(RowKind.Event, _event.Place), method == "PUT" ? _event.Encode() : null),
            "/v1/rows/cold/{place}/stanzas/{rosterPlace}" => (ExchangePaths.StanzaOf(cold.Place, Ben), Resealed(cold)),
            "/v1/rows/cold/{place}/removal" => (
                ExchangePaths.RemovalOf(cold.Place), IntakeRemover.Token(cold, _rig.Setup.Ada.EpochSecretOf(cold.Epoch)!, Ada)),
            "/v1/rows/mailbox/{place}/replies" => (ExchangePaths.ReplyOf(_mailbox.Row.Place), Signed()),
            "/v1/epochs/{epoch}/key" => (ExchangePaths.EpochKeyOf(Next), Statement(member)),
            "/v1/acknowledgement" => ("/v1/acknowledgement", [(byte)Acknowledgement.Everything]),
            _ => throw new InvalidOperationException($"{path}: is in the table, and not in this test"),
        };
    }

    private byte[] Resealed(ColdRow cold)
    {
        var made = IntakeResealer.Reseal(cold, _rig.Setup.Ada.EpochSecretOf(cold.Epoch)!, Ada, Ben, _rig.Setup.Ben.EpochSecretOf(cold.Epoch)!.Public)!;
        return new StanzaChange(cold.Version, made.ExtendToken, made.Stanza).Encode();
    }

    private static byte[] Statement(SigningKey member) => EpochStatement.Sign(member, Next, RecipientKey.ThrowAway()).Encode();

    private byte[] Signed()
    {
        var (box, day, reply) = (_mailbox.Row.Place, RosterSetup.Today, _mailbox.Sealed("We have read it."));
        ReplySignature Sign(byte place, Identity identity) => SignedReply.Sign(box, day, reply, place, identity.Signing);
        return ReplyPut.Encode(new() { Mailbox = box, Written = day, Reply = reply, Signatures = [Sign(Ada, _rig.Setup.Ada), Sign(Ben, _rig.Setup.Ben)] });
    }
}
