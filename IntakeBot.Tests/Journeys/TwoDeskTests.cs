using System.Collections.Concurrent;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Questionnaires;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;
using LiteDB;

namespace IntakeBot.Tests.Journeys;

/// <summary>A questionnaire with a form for each of two desks, one store on real files: each desk opens its own, and the disk tells nobody which is whose.</summary>
public sealed class TwoDeskTests : IAsyncLifetime
{
    private const int PerDesk = 40;

    private readonly SmallFolder _folder = new();
    private readonly RosterSetup _setup = new();
    private readonly ServerKey _key = new(new byte[ServerKey.Size]);
    private readonly Identity _eve;
    private readonly Identity _carl;
    private readonly ConcurrentDictionary<Place, string> _deskOf = new();
    private SealedStore _store = null!;
    private CodeLane _codes = null!;
    private HotlineParts _parts = null!;

    public TwoDeskTests()
    {
        _folder.Plant(SmallFolder.Main, "options: [go, stay]\n", """
            options: [go, stay]
              - id: complaint
                desk: safeguarding
                questions:
                  - id: what
                    slot: S01
                    options: [hurt, money]
                  - id: whom
                    slot: S07
                    options: [staff, other]

            """);
        _folder.Plant(SmallFolder.English, "options: {go: Go, stay: Stay}\n", """
            options: {go: Go, stay: Stay}
              what:
                text: What?
                options: {hurt: Hurt, money: Money}
              whom:
                text: Whom?
                options: {staff: Staff, other: Other}

            """);
        _eve = _setup.Member("eve");
        _carl = _setup.Member("carl");
        _setup.Members.Add(RosterSetup.Entry(1, "eve", "staff", _eve));
        _setup.Members[2]!["desk"] = "safeguarding";
        _setup.Members.Add(RosterSetup.Entry(3, "carl", "auditor", _carl));
        _setup.Sign();
    }

    public async ValueTask InitializeAsync()
    {
        var reading = _setup.Read("hotline", "safeguarding");
        Assert.Empty(reading.Problems);
        Assert.Equal("", _folder.Problems());
        _store = SealedStore.Open(_setup.Data, TimeProvider.System);
        _parts = new()
        {
            Bot = 1,
            Questionnaires = new(_folder.Read().Value!),
            Store = _store,
            Key = _key,
            Recipients = reading.Roster!.RecipientsFor,
            Time = TimeProvider.System,
            Codes = _codes = TinyCodes.Lane(_key, _store),
            CodeGate = new(new(), TimeProvider.System),
        };
        await Task.WhenAll(Enumerable.Range(0, 2 * PerDesk).Select(i => FillAsync(form: (byte)(i % 2), finish: i % 4 < 2, [1, 0])));
    }

    public async ValueTask DisposeAsync()
    {
        await _codes.DisposeAsync();
        await _store.DisposeAsync();
        _key.Dispose();
        _eve.Dispose();
        _carl.Dispose();
        _setup.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Each_desk_opens_its_own_and_nothing_else_and_an_auditor_nothing()
    {
        foreach (var (place, desk) in _deskOf)
        {
            Assert.Equal(desk == "hotline", Opens(_setup.Ada, 0, place));
            Assert.Equal(desk == "hotline", Opens(_setup.Ben, 2, place));
            Assert.Equal(desk == "safeguarding", Opens(_eve, 1, place));
            Assert.False(Opens(_carl, 3, place));
            Assert.DoesNotContain(true, Enumerable.Range(0, 4).Select(p => Opens(_carl, (byte)p, place)));
        }
    }

    [Fact]
    public void What_was_said_to_a_desk_is_read_with_the_form_of_that_desk()
    {
        var place = _deskOf.First(d => d.Value == "safeguarding").Key;

        var opened = Assert.IsType<Opening.Opened>(Open(_eve, 1, place));

        var form = _parts.Questionnaires.Current.Forms.Single(f => f.Desk == "safeguarding");
        Assert.Equal(
            ["money", "staff"],
            form.Questions.Select(q => q.Options[Assert.IsType<Answer.One>(Answer.Decode(opened.Slots[Slot.Question(q.Slot)])).Option].Id));
    }

    [Fact]
    public async Task The_disk_cannot_tell_for_which_desk_an_intake_is()
    {
        await _store.DisposeAsync();
        foreach (var kind in new[] { "cold", "hot" })
        {
            var documents = Documents(kind);
            var hotline = Bytes(documents, "hotline");
            var safeguarding = Bytes(documents, "safeguarding");

            Assert.Equal((PerDesk, PerDesk), (hotline.Count, safeguarding.Count));
            Assert.Empty(Telling(hotline, safeguarding));
        }
    }

    [Fact]
    public async Task A_byte_that_told_the_desks_apart_would_be_found()
    {
        await _store.DisposeAsync();
        var documents = Documents("cold");
        var hotline = Bytes(documents, "hotline");
        var safeguarding = Bytes(documents, "safeguarding");
        var at = hotline[0].Length / 2;

        hotline.ForEach(b => b[at] = 1);
        Assert.Equal([at], Telling(hotline, safeguarding));
        safeguarding.ForEach(b => b[at] = 2);
        Assert.Equal([at], Telling(hotline, safeguarding));
        Assert.Equal([-1], Telling([.. hotline.Select(b => b[1..])], safeguarding));
    }

    /// <summary>Positions whose byte is always the same in one group and not always that in the other; -1 where not all are of one size.</summary>
    private static List<int> Telling(List<byte[]> some, List<byte[]> others) =>
        some.Concat(others).Select(b => b.Length).Distinct().Count() > 1
            ? [-1]
            : [.. Enumerable.Range(0, some[0].Length).Where(at => Constant(some, at) != Constant(others, at))];

    private static int Constant(List<byte[]> group, int at) => group.TrueForAll(b => b[at] == group[0][at]) ? group[0][at] : -1;

    private List<byte[]> Bytes(List<BsonDocument> documents, string desk) =>
        [.. documents.Where(d => _deskOf[Place.Read(d["_id"].AsBinary)] == desk).Select(BsonSerializer.Serialize)];

    /// <summary>What the engine itself has on the disk, field by field.</summary>
    private List<BsonDocument> Documents(string collection)
    {
        using var engine = StoreEngine.Open(new StoreFolder(_setup.Data));
        Assert.Equal(["cold", "hot", "mail", "meta"], All(engine, "$cols").Where(c => c["type"] == "user").Select(c => c["name"].AsString).Order());
        _ = Assert.Single(All(engine, "meta"));
        return All(engine, collection);
    }

    private static List<BsonDocument> All(StoreEngine engine, string collection)
    {
        using var reader = engine.Lite.Query(collection, new Query());
        var all = new List<BsonDocument>();
        while (reader.Read())
        {
            all.Add(reader.Current.AsDocument);
        }

        return all;
    }

    private bool Opens(Identity identity, byte place, Place row) => Open(identity, place, row) is Opening.Opened;

    private Opening Open(Identity identity, byte place, Place row) =>
        IntakeOpener.Open(_store.Find<ColdRow>(row)!, _store.Find<HotRow>(row)!, identity.EpochSecretOf(1)!, place);

    /// <summary>One intake from consent on, each press loaded, decided, sealed and committed as the hotline does it.</summary>
    private async Task FillAsync(byte form, bool finish, int[] options)
    {
        var intakes = new OpenIntakes(_parts);
        var questions = _parts.Questionnaires.Current.Forms[form];
        var first = new Questions(questions).First(0) with { Form = form };
        var pair = Pair.Draw(RosterSetup.Today);
        var key = await intakes.BeginAsync(pair, first, RosterSetup.Today);
        _deskOf[_store.FindHot(_key.DoorOf(pair.Locator))!.Place] = questions.Desk;
        foreach (var option in options)
        {
            key = await SayAsync(intakes, pair with { Key = key!.Value }, new Said.Choose(option));
        }

        while (finish && _store.FindHot(_key.DoorOf(pair.Locator)) is not null)
        {
            _ = intakes.TryLoad(pair with { Key = key!.Value }, out var intake);
            using (intake)
            {
                var said = intake!.Blob.Walk.Stage switch
                {
                    Stage.Danger => Command.Next,
                    Stage.Finish => Command.Done,
                    Stage.Code => Command.NoNumber,
                    _ => Command.Skip,
                };
                var turn = intake.At(intake.Key, Booklet.Empty).Handle(new Said.Press(said));
                await _codes.ReadyAsync();
                using var prepared = turn.Deed is Deed.Finish ? _codes.TryTakePrepared() : null;
                key = turn.Deed switch
                {
                    Deed.Finish => await intakes.GiveCodeAsync(intake, turn, prepared!, RosterSetup.Today),
                    Deed.Refuse => await intakes.RefuseAsync(intake, RosterSetup.Today) ? intake.Key : null,
                    _ => await intakes.CommitAsync(intake, turn),
                };
            }
        }
    }

    private static async Task<StepKey?> SayAsync(OpenIntakes intakes, Pair pair, Said said)
    {
        _ = intakes.TryLoad(pair, out var intake);
        using (intake)
        {
            var turn = Conversation.AtWalk(intake!.Questionnaire, intake.Blob.Walk).Handle(said);
            Assert.Equal(Deed.Commit, turn.Deed);
            return await intakes.CommitAsync(intake, turn);
        }
    }
}
