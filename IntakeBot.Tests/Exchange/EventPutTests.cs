using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Exchange;

/// <summary>Case events through the Exchange: two desks of one roster, and what nobody may.</summary>
public sealed class EventPutTests : IAsyncLifetime
{
    private const byte Ada = 0;
    private const byte Ben = 2;

    private ExchangeRig _rig = null!;
    private ColdRow _cold = null!;
    private HotRow _hot = null!;
    private CaseKey _key = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await ExchangeRig.StartAsync();
        (_cold, _hot) = await _rig.AddAsync();
        _key = Open(Ada).Case;
    }

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await _rig.DisposeAsync();
    }

    /// <summary>Assigns at the same moment; each finds the other's and both see one case.</summary>
    [Fact]
    public async Task Two_desks_that_know_only_the_intake_come_to_one_case()
    {
        using var ada = _rig.Client(_rig.Setup.Ada.Signing);
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        _ = await _rig.AddAsync();
        Assert.True(await ada.PutEventAsync(Seal(Ada, 0, new EventBody.Assigned(Ada)), default));
        Assert.True(await ben.PutEventAsync(Seal(Ben, 0, new EventBody.Assigned(Ben)), default));
        Assert.True(await ben.PutEventAsync(Seal(Ben, 1, EventBody.Noted.Of("I was first.")!), default));

        var (adas, bens) = (await FoldAsync(ada, Ada), await FoldAsync(ben, Ben));

        Assert.NotNull(adas.Assignee);
        Assert.Equal((adas.Assignee, adas.Assigned!.By.Hash), (bens.Assignee, bens.Assigned!.By.Hash));
        Assert.Equal("I was first.", Assert.Single(adas.Notes).Body.Text);
        Assert.Empty(adas.Problems);
    }

    [Fact]
    public async Task Again_it_changes_nothing_and_a_taken_place_is_told_apart_from_a_refusal()
    {
        using var ada = _rig.Client(_rig.Setup.Ada.Signing);
        var (first, second) = (Seal(Ada, 0, new EventBody.Opened()), Seal(Ada, 0, EventBody.Noted.Of("x")!));

        Assert.True(await ada.PutEventAsync(first, default));
        Assert.True(await ada.PutEventAsync(first, default));
        Assert.False(await ada.PutEventAsync(second, default));
        Assert.Null(await ada.PutEventAsync(Seal(Ada, 1, new EventBody.Opened(), RosterSetup.Today.Plus(2)), default));

        Assert.Equal(first.Encode(), _rig.Store.Find<EventRow>(first.Place)!.Encode());
        Assert.Equal(first.Encode(), (await ada.FindRowAsync<EventRow>(RowKind.Event, first.Place, default))!.Encode());
        Assert.Equal(first.Place.ToString(), Assert.Single((await ada.FindManifestAsync(RowKind.Event, null, default))!.Entries).Place);
    }

    [Fact]
    public async Task Everything_else_is_not_there_and_changes_nothing()
    {
        var row = Seal(Ada, 0, new EventBody.Opened());
        var (path, body, ada) = (ExchangePaths.RowOf(RowKind.Event, row.Place), row.Encode(), _rig.Setup.Ada.Signing);
        using var stranger = SigningKey.Draw();
        async Task<HttpStatusCode> PutAsync(string target, byte[] put, SigningKey? by = null) => (await _rig.SendAsync(target, by ?? ada, put: put)).Code;
        var wrong = new Dictionary<string, HttpStatusCode>
        {
            ["stranger"] = await PutAsync(path, body, stranger),
            ["another place"] = await PutAsync(ExchangePaths.RowOf(RowKind.Event, Place.Random()), body),
            ["no place"] = await PutAsync("/v1/rows/event/abc", body),
            ["a hot row"] = await PutAsync(ExchangePaths.RowOf(RowKind.Event, _hot.Place), _hot.Encode()),
            ["put where hot rows are"] = await PutAsync(ExchangePaths.RowOf(RowKind.Hot, row.Place), body),
            ["a changed byte"] = await PutAsync(path, RowCase.Flipped(body, 100)),
            ["cut short"] = await PutAsync(path, body[..^1]),
            ["too long"] = await PutAsync(path, [.. body, 0]),
            ["empty"] = await PutAsync(path, []),
            ["with a query"] = await PutAsync(path + "?a=b", body),
            ["posted"] = (await _rig.SendAsync(path, ada, r => r.Method = HttpMethod.Post, put: body)).Code,
            ["deleted"] = (await _rig.SendAsync(path, ada, r => r.Method = HttpMethod.Delete)).Code,
            ["already over"] = await PutAsync(path, Seal(Ada, 0, new EventBody.Opened(), RosterSetup.Today.Plus(-181)).Encode()),
            ["of the day after tomorrow"] = await PutAsync(path, Seal(Ada, 0, new EventBody.Opened(), RosterSetup.Today.Plus(2)).Encode()),
            ["fetched"] = (await _rig.SendAsync(path, ada)).Code,
        };
        var roster = _rig.Roster;
        _rig.Roster = roster with { Members = [roster.Members[0] with { Role = RosterRole.Auditor }, roster.Members[1]] };
        wrong["by an auditor"] = await PutAsync(path, body);
        _rig.Roster = roster;

        Assert.Equal([], wrong.Where(w => w.Value != HttpStatusCode.NotFound).Select(w => $"{w.Key}: {w.Value}"));
        Assert.Empty(_rig.Store.Manifest(RowKind.Event, null, 9));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(path, body));
    }

    [Fact]
    public async Task No_log_line_names_a_place_or_a_member()
    {
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        var row = Seal(Ada, 0, new EventBody.Opened());
        Assert.True(await client.PutEventAsync(row, default));

        string[] personal = [row.Place.ToString(), _rig.Setup.Ada.Signing.Public.ToString(), "/v1/rows", "ada"];
        Assert.All(_rig.Log.Lines, line => Assert.DoesNotContain(personal, p => line.Contains(p, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>There a desk reads the bundle and writes; here somebody else puts what came back, and cannot read it.</summary>
    [Fact]
    public async Task A_desk_that_never_sees_the_server_takes_part_by_bundles()
    {
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        var adas = Seal(Ada, 0, EventBody.Noted.Of("Who can call?")!);
        var there = BundleFile.Decode(BundleFile.Encode(Bundle.OfOutbox(RosterSetup.Today, [adas], []) with { Rows = [(_cold, _hot)] }))!;
        var (cold, hot) = there.Rows[0];
        using var key = Assert.IsType<Opening.Opened>(IntakeOpener.Open(cold, hot, _rig.Setup.Ben.EpochSecretOf(cold.Epoch)!, Ben)).Case;
        var read = Assert.IsType<EventOpening.Opened>(EventOpener.Open(there.Events.Single(e => e.Place == key.PlaceOf(Ada, 0)), key, _rig.Roster)).Known;
        var bens = Seal(Ben, 0, EventBody.Noted.Of("I can.")!, RosterSetup.Today, read.Hash);

        var back = BundleFile.Decode(BundleFile.Encode(Bundle.OfOutbox(RosterSetup.Today.Plus(3), [bens, adas], [])))!;
        _rig.Time.Advance(TimeSpan.FromDays(3));
        foreach (var row in back.Events)
        {
            Assert.True(await ben.PutEventAsync(row, default));
        }

        Assert.Equal(["I can.", "Who can call?"], (await FoldAsync(ben, Ben)).Notes.Select(n => n.Body.Text).Order());
    }

    private Opening.Opened Open(byte place) => Assert.IsType<Opening.Opened>(
        IntakeOpener.Open(_cold, _hot, (place == Ada ? _rig.Setup.Ada : _rig.Setup.Ben).EpochSecretOf(_cold.Epoch)!, place));

    private EventRow Seal(byte author, ushort counter, EventBody body, Day? day = null, params EventHash[] parents) => EventSealer.Seal(
        EventCase.Made(body, author, counter, parents), _key, (author == Ada ? _rig.Setup.Ada : _rig.Setup.Ben).Signing, day ?? RosterSetup.Today).Row;

    /// <summary>As a desk does it: the manifest, the places that it can tell, the rows.</summary>
    private async Task<CaseState> FoldAsync(ExchangeClient client, byte place)
    {
        using var key = Open(place).Case;
        var listed = (await client.FindManifestAsync(RowKind.Event, null, default))!.Entries.Select(e => e.Place).ToHashSet();
        var known = new List<KnownEvent>();
        foreach (var at in key.Walk(p => listed.Contains(p.ToString())))
        {
            var row = await client.FindRowAsync<EventRow>(RowKind.Event, at.Place, default);
            known.Add(Assert.IsType<EventOpening.Opened>(EventOpener.Open(row!, key, _rig.Roster)).Known);
        }

        return CaseState.Of(known);
    }
}
