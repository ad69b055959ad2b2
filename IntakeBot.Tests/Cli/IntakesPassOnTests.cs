using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>Sealed intakes on their way to others: to a colleague, and to a machine that has never seen the server.</summary>
public sealed class IntakesPassOnTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;
    private readonly Day _today = Day.Today(TimeProvider.System);

    public IntakesPassOnTests() => _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System, "http://127.0.0.1:1");

    private string Bundle => _folder.Of("bundle");

    private string Elsewhere => _folder.Of("elsewhere");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_colleague_who_joins_reads_what_came_before_once_it_is_sealed_to_them()
    {
        await AnswerAsync(3);
        var carol = Join("carol");
        Assert.Equal(0, await OpenedAsync(carol));

        var reseal = await RunAsync(_made.Members[0].IdentityFile, "reseal", "carol");

        Assert.Equal((0, "3 intakes are sealed to carol now\n", ""), (reseal.Code, reseal.Data, reseal.Words));
        Assert.Equal(3, await OpenedAsync(carol));
        Assert.Equal(3, await OpenedAsync(_made.Members[1].IdentityFile));
    }

    [Fact]
    public async Task Nothing_can_be_passed_on_by_who_cannot_open_it()
    {
        await AnswerAsync(2);
        var carol = Join("carol");
        Join("dave");

        var reseal = await RunAsync(carol, "reseal", "dave");

        Assert.StartsWith("0 intakes", reseal.Data, StringComparison.Ordinal);
        Assert.Contains("2 are not for you", reseal.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", "nobody: is not in the roster")]
    [InlineData("staff-1", "staff-1: is you")]
    public async Task Whom_they_cannot_be_sealed_to_is_told(string pseudonym, string problem)
    {
        await AnswerAsync(1);

        var reseal = await RunAsync(_made.Members[0].IdentityFile, "reseal", pseudonym);

        Assert.Equal((2, ""), (reseal.Code, reseal.Data));
        Assert.StartsWith(problem, reseal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_opens_on_a_machine_that_has_never_seen_the_server()
    {
        await AnswerAsync(2);
        var here = await RunAsync(_made.Members[0].IdentityFile, "open", "--all", "--json");
        var export = await RunAsync(_made.Members[0].IdentityFile, "export", Bundle);
        var fingerprint = Fingerprint.Of(RosterFolder.Organisation(_made.ConfigFolder, [])!);

        var unknown = await ThereAsync("--all");
        var there = await ThereAsync("--all", "--json", "--organisation", fingerprint.Replace(" ", "-", StringComparison.Ordinal));

        Assert.Equal((0, $"2 intakes in {Bundle}\n"), (export.Code, export.Data));
        Assert.Equal(2, unknown.Code);
        Assert.Contains($"of the organisation {fingerprint}, and whether that is yours is not known here", unknown.Words, StringComparison.Ordinal);
        Assert.Equal((0, ""), (there.Code, there.Words));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(here.Data), JsonNode.Parse(there.Data)));
    }

    [Fact]
    public async Task A_bundle_of_another_organisation_or_cut_short_is_refused_in_one_sentence()
    {
        await AnswerAsync(1);
        _ = await RunAsync(_made.Members[0].IdentityFile, "export", Bundle);

        var foreign = await ThereAsync("--all", "--organisation", "0000 0000 0000 0000 0000");
        File.WriteAllBytes(Bundle, File.ReadAllBytes(Bundle)[..^1]);
        var cut = await ThereAsync("--all", "--organisation", Fingerprint.Of(RosterFolder.Organisation(_made.ConfigFolder, [])!));

        Assert.Equal((2, "", 1), (foreign.Code, foreign.Data, foreign.Words.Count(c => c == '\n')));
        Assert.Equal((2, "", 1), (cut.Code, cut.Data, cut.Words.Count(c => c == '\n')));
        Assert.Contains("is not a whole bundle", cut.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Elsewhere));
    }

    [Fact]
    public async Task A_bundle_is_written_over_nothing_and_only_read()
    {
        await AnswerAsync(1);
        File.WriteAllText(Bundle, "mine");

        var export = await RunAsync(_made.Members[0].IdentityFile, "export", Bundle);

        Assert.Equal((2, "mine"), (export.Code, File.ReadAllText(Bundle)));
    }

    /// <summary>The last member's identity file, its public half added to the roster and signed.</summary>
    private string Join(string pseudonym)
    {
        var file = Path.Combine(_made.KeysFolder, pseudonym);
        using var identity = Identity.Draw(EpochCalendar.Default.EpochOf(_today), 4);
        IdentityFile.Create(file, identity, _made.Passphrase, ArgonProfile.Tiny);
        File.WriteAllBytes(Path.Combine(_made.ConfigFolder, MemberFile.Folder, $"{pseudonym}.json"), MemberFile.Encode(identity));
        var draft = RosterDraft.Open(_made.ConfigFolder, [])!;
        draft.Add(pseudonym, "staff", "hotline", identity.Signing.Public, draft.FreePlace(_today)!.Value, recovery: false, _today);
        draft.Save();
        using var organisation = SigningKeyFile.Read(Path.Combine(_made.KeysFolder, "organisation.key"), [])!;
        RosterFolder.Sign(_made.ConfigFolder, organisation);
        return file;
    }

    /// <summary>So many people walk to the first question and press "Not now".</summary>
    private async Task AnswerAsync(int people)
    {
        using var server = ServerKeyFile.Read(Path.Combine(_made.KeysFolder, "server.key"), [])!;
        var roster = RosterFolder.Read(_made.ConfigFolder, _made.DataFolder, _today).Roster!;
        await using var store = SealedStore.Open(_made.DataFolder, TimeProvider.System);
        await using var codes = TinyCodes.Lane(server, store);
        var hotline = new Hotline(new()
        {
            Bot = 1,
            Codes = codes,
            CodeGate = new(new(), TimeProvider.System),
            Questionnaires = new(QuestionnaireFolder.Read(_made.ConfigFolder).Value!),
            Store = store,
            Key = server,
            Recipients = roster.RecipientsFor,
            Time = TimeProvider.System,
        });
        for (var person = 1; person <= people; person++)
        {
            var shown = await hotline.SayAsync(person, new Said.Start());
            foreach (var label in (string[])["English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start", "Not now"])
            {
                shown = await hotline.PressAsync(person, shown.Drawing!.Rows.SelectMany(r => r).First(b => b.Label == label).Data);
            }
        }
    }

    private async Task<int> OpenedAsync(string identity)
    {
        var open = await RunAsync(identity, "open", "--all", "--json");
        return JsonNode.Parse(open.Data)!.AsArray().Count(i => i!["opened"]!.GetValue<bool>());
    }

    private Task<CliRun> RunAsync(string identity, params string[] arguments) => CliRun.Of(
    [
        "intakes", .. arguments, "--identity", identity, "--passphrase-file", _made.PassphraseFile, "--config", _made.ConfigFolder, "--data", _made.DataFolder,
    ]);

    /// <summary>Nothing is on that machine but the identity and the bundle.</summary>
    private Task<CliRun> ThereAsync(params string[] arguments)
    {
        _ = Directory.CreateDirectory(Elsewhere);
        return CliRun.Of(
        [
            "intakes", "open", .. arguments, "--bundle", Bundle, "--identity", _made.Members[0].IdentityFile, "--passphrase-file", _made.PassphraseFile,
            "--config", Path.Combine(Elsewhere, "config"), "--data", Path.Combine(Elsewhere, "data"),
        ]);
    }
}
