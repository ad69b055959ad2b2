using System.Text.Json.Nodes;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Cli;

/// <summary>What staff see of those who came back, and of those who erased: from the server, and on a machine that has never seen it.</summary>
public sealed class RepliesListTests : IAsyncLifetime
{
    private const string Words = "읽었습니다.";

    private RepliesRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await RepliesRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Whom_one_can_answer_what_she_said_and_what_she_added_is_listed()
    {
        await CameBackAsync();
        using var without = new NumberedIntake(_rig.Made, _rig.Today, hasNumber: false);
        await _rig.PutAsync(without.Rows());

        var list = await _rig.RunAsync(1, "replies", "list", "--json");
        var table = await _rig.RunAsync(1, "replies", "list");

        var lines = JsonNode.Parse(list.Data)!.AsArray();
        var hers = lines.Single(l => $"{l!["place"]}" == $"{_rig.Person.Place}")!;
        var other = lines.Single(l => $"{l!["place"]}" == $"{without.Place}")!;
        Assert.True(hers["canBeAnswered"]!.GetValue<bool>());
        Assert.Equal("ko", $"{hers["language"]}");
        Assert.Equal($"{_rig.Today} 00000000000000ab NotNow", $"{hers["later"]!["answeredOn"]} {hers["later"]!["answers"]![0]!["reply"]} {hers["later"]!["answers"]![0]!["said"]}");
        Assert.Equal(
            [$"R2 danger today {_rig.Today}", $"R3   {_rig.Today}"],
            hers["later"]!["additions"]!.AsArray().Select(a => $"{a!["slot"]} {a["question"]} {a["option"]} {a["day"]}"));
        Assert.Equal([$"{_rig.Person.Place}", $"{without.Place}"], lines.Select(l => $"{l!["place"]}"));
        Assert.Equal("U1 danger.today true", $"{hers["triage"]!["level"]} {hers["triage"]!["reasons"]![0]!["answers"]![0]} {hers["triage"]!["neutralOnly"]}");
        Assert.Equal("U4", $"{other["triage"]!["level"]}");
        Assert.Contains($"{_rig.Person.Place}", table.Data, StringComparison.Ordinal);
        Assert.Contains("U1 now", table.Data, StringComparison.Ordinal);
        Assert.Equal("false she has no number", $"{other["canBeAnswered"]} {other["whyNot"]}");
        Assert.Contains("not now, to reply", Flat(table.Data), StringComparison.Ordinal);
        Assert.Contains("danger: today", table.Data, StringComparison.Ordinal);
        Assert.Contains("(said with another", table.Data, StringComparison.Ordinal);
        Assert.Contains("yes, in ko", table.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_opened_intake_shows_the_same()
    {
        await CameBackAsync();

        var json = await _rig.RunAsync(0, "intakes", "open", $"{_rig.Person.Place}", "--json");
        var table = await _rig.RunAsync(0, "intakes", "open", $"{_rig.Person.Place}");

        var intake = JsonNode.Parse(json.Data)![0]!;
        Assert.True(intake["hasNumber"]!.GetValue<bool>());
        Assert.Equal("NotNow", $"{intake["later"]!["answers"]![0]!["said"]}");
        Assert.Equal("today", $"{intake["later"]!["additions"]![0]!["option"]}");
        Assert.Matches("R1 .*not now, to reply 00000000000000ab", table.Data);
        Assert.Matches("R2 .*later: Are you in danger", table.Data);
        Assert.Matches("M .*has a number", table.Data);
        Assert.Matches("R3 .*later .*said with another questionnaire", table.Data);
    }

    [Fact]
    public async Task What_she_erased_is_told_and_never_shown_wherever_its_rows_still_are()
    {
        await CameBackAsync();
        await _rig.PutAsync(new Change().Put(Tombstone.Of(_rig.Person.Place, _rig.Today), null));
        var told = $"{_rig.Person.Place}: the person asked to erase it, or a colleague removed it, on {_rig.Today}: delete what you have of it.\n";

        var open = await _rig.RunAsync(0, "intakes", "open", $"{_rig.Person.Place}");
        var all = await _rig.RunAsync(0, "intakes", "open", "--all");
        var json = await _rig.RunAsync(0, "intakes", "open", $"{_rig.Person.Place}", "--json");
        var list = await _rig.RunAsync(0, "intakes", "list");
        var replies = await _rig.RunAsync(0, "replies", "list");

        Assert.Equal((1, "", told), (open.Code, open.Data, open.Words));
        Assert.Equal((0, told), (all.Code, all.Data));
        Assert.Equal($"false {_rig.Today} ", $"{JsonNode.Parse(json.Data)![0]!["opened"]} {JsonNode.Parse(json.Data)![0]!["erased"]} {JsonNode.Parse(json.Data)![0]!["answers"]}");
        Assert.Equal(told, list.Data);
        Assert.EndsWith(told, replies.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("yes, in", replies.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_carries_mailboxes_and_what_was_erased()
    {
        await CameBackAsync();
        using var erased = new NumberedIntake(_rig.Made, _rig.Today);
        await _rig.PutAsync(erased.Rows());
        await _rig.PutAsync(new Change().Put(Tombstone.Of(erased.Place, _rig.Today), null));
        var here = await _rig.RunAsync(0, "replies", "list", "--json");

        var export = await _rig.RunAsync(0, "intakes", "export", _rig.Of("bundle"));
        var there = await ThereAsync(0, TimeProvider.System, "replies", "list", "--json");
        var open = await ThereAsync(0, TimeProvider.System, "intakes", "open", $"{erased.Place}");

        Assert.Equal((0, $"1 intakes in {_rig.Of("bundle")}\n"), (export.Code, export.Data));
        Assert.Contains("1 mailboxes of those that you can open, and 1 that were erased", export.Words, StringComparison.Ordinal);
        Assert.Equal((0, here.Data), (there.Code, there.Data));
        Assert.Equal((1, ""), (open.Code, open.Data));
        Assert.Contains("the person asked to erase it", open.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_without_a_server_writes_and_approves_and_another_machine_sends()
    {
        await _rig.PutAsync();
        Assert.Equal(0, (await _rig.RunAsync(0, "intakes", "export", _rig.Of("bundle"))).Code);
        var late = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(8));
        string[] approve = ["replies", "approve", _rig.Draft, "--yes", "--out", _rig.Of("ready")];

        var write = await ThereAsync(0, TimeProvider.System, "replies", "write", $"{_rig.Person.Place}", "--text", _rig.Text(Words), "--draft", _rig.Draft, "--yes");
        var nowhere = await ThereAsync(1, TimeProvider.System, "replies", "approve", _rig.Draft, "--yes");
        var tooLate = await ThereAsync(1, late, approve);
        var approved = await ThereAsync(1, TimeProvider.System, approve);
        var between = _rig.Seen;
        var send = await _rig.RunAsync(0, "replies", "send", _rig.Of("ready"));

        Assert.True(write.Code == 0, write.Words);
        Assert.Equal(2, nowhere.Code);
        Assert.Contains("A bundle is only read: give --out FILE", nowhere.Words, StringComparison.Ordinal);
        Assert.Equal(1, tooLate.Code);
        Assert.Contains($"was written on {_rig.Today}: a reply goes within 7 days", tooLate.Words, StringComparison.Ordinal);
        Assert.True(approved.Code == 0, approved.Words);
        Assert.Empty(between);
        Assert.True(send.Code == 0, send.Words);
        Assert.Equal([$"ko: {Words}"], _rig.Seen);
    }

    [Fact]
    public async Task A_file_that_too_few_have_signed_is_not_sent()
    {
        await _rig.PutAsync();
        using var member = IdentityFile.Read(_rig.Made.Members[0].IdentityFile, _rig.Made.Passphrase, [])!;
        var draft = ReplyDraft.Write(Reply.Of("ko", Words)!, _rig.Person.Mailbox.Key, _rig.Person.Mailbox.Place.ToArray(), _rig.Today, 0, member.Signing)!;
        File.WriteAllBytes(_rig.Of("ready"), Core.Exchange.ReplyPut.EncodeFile(draft.ToSigned()));

        var send = await _rig.RunAsync(0, "replies", "send", _rig.Of("ready"));

        Assert.Equal((1, ""), (send.Code, send.Data));
        Assert.Contains("needs 2 members of one desk", send.Words, StringComparison.Ordinal);
        Assert.Empty(_rig.Seen);
    }

    [Fact]
    public async Task Where_one_member_is_enough_the_reply_goes_at_once_also_into_the_store_of_a_stopped_server()
    {
        await using var rig = await RepliesRig.StartAsync(approvals: 1);
        await rig.PutAsync();
        string[] write = ["replies", "write", $"{rig.Person.Place}", "--text", rig.Text(Words), "--yes"];

        var draft = await rig.RunAsync(0, [.. write, "--draft", rig.Draft]);
        var running = await rig.RunAsync(0, write);
        await rig.StopAsync();
        var stopped = await rig.RunAsync(0, write);
        rig.Reopen();

        Assert.Equal(2, draft.Code);
        Assert.Contains("leave out --draft", draft.Words, StringComparison.Ordinal);
        Assert.True(running.Code == 0, running.Words);
        Assert.True(stopped.Code == 0, stopped.Words);
        Assert.Equal([$"ko: {Words}", $"ko: {Words}"], rig.Seen);
    }

    [Fact]
    public async Task A_bundle_of_an_older_program_is_refused_with_what_to_do()
    {
        await _rig.PutAsync();
        Assert.Equal(0, (await _rig.RunAsync(0, "intakes", "export", _rig.Of("bundle"))).Code);
        var bytes = File.ReadAllBytes(_rig.Of("bundle"));
        bytes["IntakeBot bundle ".Length] = (byte)'1';
        File.WriteAllBytes(_rig.Of("bundle"), bytes);

        var open = await ThereAsync(0, TimeProvider.System, "intakes", "open", "--all");

        Assert.Equal((2, ""), (open.Code, open.Data));
        Assert.Contains("was made by an older program", open.Words, StringComparison.Ordinal);
    }

    /// <summary>She said "not now" to a reply, "today" to the first question of later, and something with another questionnaire to the second.</summary>
    private Task CameBackAsync()
    {
        var day = _rig.Today.Number;
        _rig.Person.Add(Slot.Reserved[0], ReplyAnswers.With(null, 0xAB, ReplyAnswer.NotNow, day).Encode());
        _rig.Person.Add(Slot.Reserved[1], new Addition { Option = 0, Day = day, QuestionnaireHash = _rig.Person.QuestionnaireHash }.Encode());
        _rig.Person.Add(Slot.Reserved[2], new Addition { Option = 0, Day = day, QuestionnaireHash = new byte[20] }.Encode());
        return _rig.PutAsync();
    }

    private Task<CliRun> ThereAsync(int member, TimeProvider time, params string[] arguments) => CliRun.At(
        time,
        [
            .. arguments, "--bundle", _rig.Of("bundle"), "--organisation", Fingerprint.Of(RosterFolder.Organisation(_rig.Made.ConfigFolder, [])!),
            "--identity", _rig.Made.Members[member].IdentityFile, "--passphrase-file", _rig.Made.PassphraseFile,
            "--config", _rig.Of("elsewhere"), "--data", _rig.Of("nowhere"),
        ]);

    private static string Flat(string table) => table.ReplaceLineEndings(" ").Replace("│", " ", StringComparison.Ordinal);
}
