using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntakeBot.Tests.Cli;

public sealed class IntakesVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;
    private readonly Day _today = Day.Today(TimeProvider.System);

    public IntakesVerbTests() => _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System, "http://127.0.0.1:1");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_the_server_stopped_the_store_is_read()
    {
        var place = await AddAsync();

        var list = await Intakes("list", "--json");
        var open = await Intakes("open", "--all", "--json");

        Assert.Equal(place.ToString(), JsonNode.Parse(list.Data)![0]!["place"]!.GetValue<string>());
        Assert.Equal((0, ""), (open.Code, open.Words));
        AssertAnswers(JsonNode.Parse(open.Data)![0]!, place);
    }

    [Fact]
    public async Task With_the_server_running_it_is_asked()
    {
        var place = await AddAsync();
        await using var store = SealedStore.Open(_made.DataFolder, TimeProvider.System);
        using var key = SigningKeyFile.Read(Path.Combine(_made.KeysFolder, "exchange.key"), [])!;
        await using var app = await ServeAsync(store, key);
        SetAddress(app.Urls.Single());

        var open = await Intakes("open", place.ToString(), "--json");
        var list = await Intakes("list");

        Assert.Equal((0, ""), (open.Code, open.Words));
        AssertAnswers(JsonNode.Parse(open.Data)![0]!, place);
        Assert.Equal($"{place} until {_today.Plus(30)}\n  U2 soon, due {_today}T12:00Z\n  U2: Are you in danger? In the next days\n", list.Data);
    }

    [Fact]
    public async Task Who_can_open_an_intake_removes_it_from_the_running_server_and_is_asked_before()
    {
        var place = await AddAsync();
        await using var store = SealedStore.Open(_made.DataFolder, TimeProvider.System);
        using var key = SigningKeyFile.Read(Path.Combine(_made.KeysFolder, "exchange.key"), [])!;
        await using var app = await ServeAsync(store, key);
        SetAddress(app.Urls.Single());

        var asked = await Intakes("remove", place.ToString());
        Assert.Equal((2, ""), (asked.Code, asked.Data));
        Assert.NotNull(store.Find<ColdRow>(place));
        var removed = await Intakes("remove", place.ToString(), "--yes");
        var again = await Intakes("remove", place.ToString(), "--yes");

        Assert.Equal((0, $"{place} is removed\n"), (removed.Code, removed.Data));
        Assert.Equal((0, ""), (again.Code, again.Data));
        Assert.Contains("or a colleague removed it", again.Words, StringComparison.Ordinal);
        Assert.True(store.Find<ColdRow>(place) is null && store.Find<HotRow>(place) is null && store.Find<Tombstone>(place) is not null);
    }

    [Fact]
    public async Task An_intake_is_removed_from_a_stopped_server_s_store_only_by_who_can_open_it()
    {
        using var stranger = EpochSecret.Draw();
        var place = await AddAsync();
        var others = await AddAsync(recipients: new Recipients(EpochCalendar.Default.EpochOf(_today), 2, [stranger.Public, null, null, null]));

        Assert.Equal(0, (await Intakes("remove", place.ToString(), "--yes")).Code);
        var refused = await Intakes("remove", others.ToString(), "--yes");
        Assert.Equal(1, refused.Code);
        Assert.Contains("only who can open an intake can remove it", refused.Words, StringComparison.Ordinal);
        Assert.Equal(1, (await Intakes("remove", new string('0', 32), "--yes")).Code);
        Assert.Equal(2, (await Intakes("remove", "abc", "--yes")).Code);
        var list = (await Intakes("list")).Data;
        Assert.Contains($"{others} until {_today.Plus(30)}\n", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"{place} until", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Are you in danger?", "In the next days", "Who needs help?")]
    [InlineData("ko", null, null, null)]
    public async Task A_person_reads_questions_and_answers_in_a_language_of_the_questionnaire(string tag, string? question, string? answer, string? other)
    {
        var place = await AddAsync();
        var language = QuestionnaireFolder.Read(_made.ConfigFolder).Value!.Languages.Single(l => l.Tag == tag);

        var open = await Intakes("open", place.ToString(), "--language", tag);

        Assert.Contains(place.ToString(), open.Data, StringComparison.Ordinal);
        Assert.Contains((question ?? language.Questions["danger"][^1].Text), open.Data, StringComparison.Ordinal);
        Assert.Contains((answer ?? language.Options["danger"][1]), open.Data, StringComparison.Ordinal);
        Assert.Contains((other ?? language.Questions["who"][^1].Text), open.Data, StringComparison.Ordinal);
        Assert.Contains("(skipped)", open.Data, StringComparison.Ordinal);
        Assert.Contains("(not answered)", open.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_urgent_come_first_each_with_every_reason()
    {
        using var stranger = EpochSecret.Draw();
        var foreign = await AddAsync(recipients: new Recipients(EpochCalendar.Default.EpochOf(_today), 2, [stranger.Public, null, null, null]));
        var soon = await AddAsync();
        var now = await AddAsync(said: [(1, new Answer.One(0)), (8, new Answer.One(0))]);
        var spoiled = await AddAsync(hot => hot.Slots.AsSpan().Fill(1), said: []);
        var talk = await AddAsync(said: [(1, new Answer.One(2))]);
        var unreadable = await AddAsync(said: [(7, new Answer.Set(1))]);

        var lists = (await Intakes("list"), JsonNode.Parse((await Intakes("list", "--json")).Data)!.AsArray());
        var opened = (await Intakes("open", "--all"), JsonNode.Parse((await Intakes("open", "--all", "--json")).Data)!.AsArray());

        Place[] order = [now, spoiled, unreadable, soon, talk, foreign];
        Assert.All([lists.Item2, opened.Item2], json => Assert.Equal(order.Select(p => $"{p}"), json.Select(i => $"{i!["place"]}")));
        Assert.All([lists.Item1, opened.Item1], text => Assert.Equal(order, order.OrderBy(p => text.Data.IndexOf($"{p}", StringComparison.Ordinal))));
        Assert.Contains(
            "U1 now, due now\n  U1: Are you in danger? Today\n  U1: Is someone close to you being held now? Yes\n  a neutral line only: no safe time is known\n", lists.Item1.Data, StringComparison.Ordinal);
        Assert.Contains("U1: Is someone close to you being held now? Yes\n", opened.Item1.Data, StringComparison.Ordinal);
        Assert.Contains("U4 talk, may be U1, due now\n  cannot be judged with this questionnaire", lists.Item1.Data, StringComparison.Ordinal);
        Assert.Contains($"{unreadable} until {_today.Plus(30)}\n  U4 talk, may be U1, due now\n  cannot be read: S07\n{soon}", lists.Item1.Data, StringComparison.Ordinal);
        Assert.All([lists.Item2, opened.Item2], json =>
        {
            var triage = json[0]!["triage"]!;
            Assert.Equal("U1 U1 true", $"{triage["level"]} {triage["mayBe"]} {triage["neutralOnly"]}");
            Assert.Equal(
                ["U1 danger.today Are you in danger? Today", "U1 held.yes Is someone close to you being held now? Yes"],
                triage["reasons"]!.AsArray().Select(r => $"{r!["level"]} {r["answers"]![0]} {r["words"]}"));
            Assert.Null(triage["due"]);
            Assert.Equal($"U4 U1 {Format.SlotCount - 2}", $"{json[1]!["triage"]!["level"]} {json[1]!["triage"]!["mayBe"]} {json[1]!["triage"]!["unread"]!.AsArray().Count}");
            Assert.Equal("U1 S07", $"{json[2]!["triage"]!["mayBe"]} {json[2]!["triage"]!["unread"]![0]}");
            Assert.Null(json[2]!["triage"]!["due"]);
            Assert.Equal($"{_today}T12:00Z", $"{json[3]!["triage"]!["due"]}");
            Assert.Equal("U4 0", $"{json[4]!["triage"]!["level"]} {json[4]!["triage"]!["reasons"]!.AsArray().Count}");
            Assert.Null(json[5]!["triage"]);
        });
    }

    [Fact]
    public async Task A_note_is_shown_with_whatever_could_deceive_the_eye_as_its_code()
    {
        var place = await AddAsync(note: Note.Of("아이\n\u202E[b]\u001B")!.Encode());
        const string Shown = @"아이\u{A}\u{202E}\u{5B}b\u{5D}\u{1B}";

        var json = await Intakes("open", place.ToString(), "--json");
        var table = await Intakes("open", place.ToString());

        Assert.Equal(Shown, JsonNode.Parse(json.Data)![0]!["note"]!.GetValue<string>());
        Assert.Contains(Shown, table.Data, StringComparison.Ordinal);
        AssertAnswers(JsonNode.Parse(json.Data)![0]!, place);
    }

    [Fact]
    public async Task Where_the_note_s_slot_holds_none_that_is_said_and_where_it_is_empty_nothing_is()
    {
        var wrong = await AddAsync(note: [0x4E, 0xFF]);
        var none = await AddAsync();

        var table = await Intakes("open", wrong.ToString());
        var json = await Intakes("open", none.ToString(), "--json");

        Assert.Matches("note .*not readable with this questionnaire", table.Data);
        Assert.Null(JsonNode.Parse(json.Data)![0]!["note"]);
        Assert.DoesNotContain(JsonNode.Parse(json.Data)![0]!["answers"]!.AsArray(), a => a!["slot"]!.GetValue<string>() == "note");
    }

    [Fact]
    public async Task A_slot_that_was_tampered_with_is_marked()
    {
        var place = await AddAsync(hot =>
        {
            for (var slot = 0; slot < Format.SlotCount; slot++)
            {
                hot.Slots[(slot * Format.SlotSize) + 40] ^= 1;
            }
        });

        var json = await Intakes("open", place.ToString(), "--json");
        var table = await Intakes("open", place.ToString());

        var answers = JsonNode.Parse(json.Data)![0]!["answers"]!.AsArray();
        Assert.Equal(Format.SlotCount, answers.Count(a => a!["kind"]!.GetValue<string>() == "Tampered"));
        Assert.Contains("TAMPERED WITH", table.Data, StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(json.Data)![0]!["day"]);
    }

    [Fact]
    public async Task Answers_to_another_questionnaire_are_not_given_this_one_s_meaning()
    {
        var place = await AddAsync();
        File.AppendAllText(Path.Combine(_made.ConfigFolder, "languages", "en.yaml"), "# changed\n");

        var open = await Intakes("open", place.ToString(), "--json");

        var intake = JsonNode.Parse(open.Data)![0]!;
        Assert.False(intake["questionnaireOk"]!.GetValue<bool>());
        Assert.All(intake["answers"]!.AsArray(), a => Assert.Null(a!["question"]));
        Assert.DoesNotContain(intake["answers"]!.AsArray(), a => a!["kind"]!.GetValue<string>() == "One");
    }

    [Fact]
    public async Task An_intake_for_others_is_shown_as_such()
    {
        using var stranger = EpochSecret.Draw();
        var place = await AddAsync(recipients: new Recipients(EpochCalendar.Default.EpochOf(_today), 2, [stranger.Public, null, null, null]));

        var json = await Intakes("open", "--all", "--json");
        var table = await Intakes("open", "--all");

        Assert.False(JsonNode.Parse(json.Data)![0]!["opened"]!.GetValue<bool>());
        Assert.Contains($"{place}: not for this identity, or damaged", table.Data, StringComparison.Ordinal);
        Assert.Equal(0, table.Code);
    }

    [Fact]
    public async Task Another_server_on_that_address_is_not_believed()
    {
        await AddAsync();
        await using var store = SealedStore.Open(_made.DataFolder, TimeProvider.System);
        using var other = SigningKey.Draw();
        await using var app = await ServeAsync(store, other);
        SetAddress(app.Urls.Single());

        var open = await Intakes("open", "--all");

        Assert.Equal((1, ""), (open.Code, open.Data));
        Assert.Contains("is not the Exchange that the roster names", open.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_server_nor_store_is_told_as_both()
    {
        await AddAsync();
        await using var held = SealedStore.Open(_made.DataFolder, TimeProvider.System);

        var open = await Intakes("open", "--all");

        Assert.Equal(2, open.Code);
        Assert.Contains("http://127.0.0.1:1: no server answers there", open.Words, StringComparison.Ordinal);
        Assert.Contains("another process uses this store", open.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_makes_no_store_where_none_is()
    {
        var list = await Intakes("list");

        Assert.Equal(2, list.Code);
        Assert.Contains($"{_made.DataFolder}: holds no store", list.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_made.DataFolder));
    }

    [Fact]
    public async Task An_identity_that_the_roster_does_not_name_reads_nothing()
    {
        using var eve = Identity.Draw(0, 20);
        IdentityFile.Create(_folder.Of("eve"), eve, _made.Passphrase, ArgonProfile.Tiny);

        var open = await CliRun.Of(
            "intakes", "open", "--all", "--identity", _folder.Of("eve"), "--passphrase-file", _made.PassphraseFile, "--config", _made.ConfigFolder, "--data", _made.DataFolder);

        Assert.Equal(2, open.Code);
        Assert.Contains($"this identity ({Fingerprint.Of(eve.Signing.Public)}) is not in it", open.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("open", "00000000000000000000000000000000", "--all")]
    [InlineData("open", "abc")]
    [InlineData("open", "--all", "--language", "tlh")]
    public async Task What_makes_no_sense_is_refused(params string[] arguments) => Assert.Equal(2, (await Intakes(arguments)).Code);

    [Fact]
    public async Task A_place_where_nothing_is_gives_1()
    {
        await AddAsync();

        var open = await Intakes("open", new string('0', 32));

        Assert.Equal((1, "", $"{new string('0', 32)}: there is no such intake.\n"), (open.Code, open.Data, open.Words));
    }

    private static void AssertAnswers(JsonNode intake, Place place)
    {
        Assert.Equal(place.ToString(), intake["place"]!.GetValue<string>());
        Assert.Equal("ko", intake["language"]!.GetValue<string>());
        Assert.True(intake["questionnaireOk"]!.GetValue<bool>());
        var rest = ShippedQuestionnaire.Value.Main.Questions.Skip(2).Select(q => $"{Slot.Question(q.Slot)} {q.Id} Empty ");
        Assert.Equal(
            ["S01 danger One days", "S02 who Skipped ", .. rest],
            intake["answers"]!.AsArray().Select(a => $"{a!["slot"]} {a["question"]} {a["kind"]} {string.Join(',', a["options"]!.AsArray())}"));
    }

    /// <summary>An intake in Korean: what was said, else danger "days", who skipped; the rest not asked yet.</summary>
    private async Task<Place> AddAsync(Action<HotRow>? spoil = null, Recipients? recipients = null, byte[]? note = null, (int Slot, Answer Answer)[]? said = null)
    {
        using var server = ServerKeyFile.Read(Path.Combine(_made.KeysFolder, "server.key"), [])!;
        var questionnaire = QuestionnaireFolder.Read(_made.ConfigFolder).Value!;
        var roster = RosterFolder.Read(_made.ConfigFolder, _made.DataFolder, _today).Roster!;
        var heading = new Heading
        {
            QuestionnaireHash = QuestionnaireHash.Of(questionnaire.Canonical.Span),
            RosterSerial = roster.Serial,
            Language = 1,
            Day = _today.Number,
            Burst = 0,
        };
        var sealer = new IntakeSealer(server);
        var key = StepKey.Draw();
        var (cold, hot) = sealer.Begin(Locator.Draw(_today), key, recipients ?? roster.RecipientsFor("hotline", _today)!, default, heading, _today);
        using var blob = sealer.Open(hot, key, 0, out _)!;
        hot = sealer.Commit(
            hot, blob, default,
            [.. (said ?? [(1, new Answer.One(1)), (2, new Answer.Skipped())]).Select(s => new SlotWrite(Slot.Question(s.Slot), s.Answer.Encode()))], key.Next());
        hot = note is null ? hot : sealer.Commit(hot, blob, default, [new(Slot.Note, note)], key.Next().Next());
        spoil?.Invoke(hot);
        await using var store = SealedStore.Open(_made.DataFolder, TimeProvider.System);
        Assert.True(await store.CommitAsync(new Change().Put(cold, null).Put(hot, null)));
        return cold.Place;
    }

    private async Task<WebApplication> ServeAsync(SealedStore store, SigningKey key)
    {
        var roster = RosterFolder.Read(_made.ConfigFolder, _made.DataFolder, _today).Roster!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddExchange(() => roster, key);
        var app = builder.Build();
        app.MapExchange();
        await app.StartAsync();
        return app;
    }

    private void SetAddress(string address)
    {
        var file = Path.Combine(_made.ConfigFolder, "intakebot.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("http://127.0.0.1:1", address, StringComparison.Ordinal));
    }

    private Task<CliRun> Intakes(params string[] arguments) => CliRun.Of(
    [
        "intakes", .. arguments, "--identity", _made.Members[1].IdentityFile, "--passphrase-file", _made.PassphraseFile,
        "--config", _made.ConfigFolder, "--data", _made.DataFolder,
    ]);
}
