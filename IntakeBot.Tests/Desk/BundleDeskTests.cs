using IntakeBot.Cli;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Cli;

namespace IntakeBot.Tests.Desk;

/// <summary>Two staff members at machines without a server: a bundle in, an outbox back, and she has her reply.</summary>
public sealed class BundleDeskTests : IAsyncLifetime
{
    private const string Reply = "We have read your answers. Thank you.";

    private readonly DeskCase _case = new();
    private NumberedIntake _intake = null!;

    private string Config => _case.Keys.ConfigFolder;

    public async ValueTask InitializeAsync()
    {
        _intake = new(_case.Keys, Day.Today(TimeProvider.System));
        await using var store = SealedStore.Open(_case.Keys.DataFolder, TimeProvider.System);
        Assert.True(await store.CommitAsync(_intake.Rows()));
    }

    public async ValueTask DisposeAsync()
    {
        _intake.Dispose();
        await _case.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_a_second_signature_and_an_outbox_bring_the_reply_into_her_mailbox()
    {
        var bundle = _case.File("all.bundle");
        Assert.Equal(0, (await RunAsync("intakes", "export", bundle, 0)).Code);
        using var first = await _case.UnlockAsync(0, bundle);
        var path = Assert.Single(await first.CasesAsync());
        Assert.Equal(path, await first.GetAsync(path));
        _ = await first.PostAsync($"{path}/reply", ("act", "send"), ("text", Reply), ("language", "en"));
        Assert.Contains("It waits for a second member", first.Text, StringComparison.Ordinal);
        var outbox = Path.Combine(_case.FolderOf(0), "outbox.bundle");

        using var second = await _case.UnlockAsync(1, bundle, outbox);
        var same = Assert.Single(await second.CasesAsync("?part=Approve"));
        _ = await second.GetAsync(same);
        var draft = Draft(second.Html);
        _ = await second.GetAsync(same + draft);
        Assert.Contains(Reply, second.Text, StringComparison.Ordinal);
        _ = await second.PostAsync(same + draft, ("act", "approve"));
        Assert.Contains("It is in her mailbox", second.Text, StringComparison.Ordinal);

        var sent = await RunAsync("replies", "send", Path.Combine(_case.FolderOf(1), "outbox.bundle"), 1);
        Assert.True(sent.Code == 0, sent.Words);
        await using var store = SealedStore.Open(_case.Keys.DataFolder, TimeProvider.System);
        Assert.Equal([$"en: {Reply}"], _intake.Read(store.Find<Mailbox>(_intake.Mailbox.Place)!));
        Assert.NotEmpty(store.Manifest(RowKind.Event, null, 10));
    }

    [Fact]
    public async Task Who_sits_at_the_desk_for_complaints_sees_those_and_nobody_else_does()
    {
        await DemoIntakes.SeedAsync(_case.Keys, ArgonProfile.Tiny, TimeProvider.System);
        var bundle = _case.File("all.bundle");
        _ = await RunAsync("intakes", "export", bundle, 0);
        var complaints = DemoPeople.All.Count(p => p.Form == 1);

        using var helper = await _case.UnlockAsync(0, bundle);
        using var guardian = await _case.UnlockAsync(2, bundle);

        Assert.Equal(DemoPeople.All.Count - complaints + 1, (await helper.CasesAsync()).Count);
        Assert.Contains($"{complaints} are for others", helper.Text, StringComparison.Ordinal);
        Assert.Equal(complaints, (await guardian.CasesAsync()).Count);
        Assert.Contains("staff-3 · safeguarding", guardian.Text, StringComparison.Ordinal);
        _ = await guardian.GetAsync((await guardian.CasesAsync())[0]);
        Assert.Contains("What did the helper do?", guardian.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_there_again_after_a_new_start()
    {
        var bundle = _case.File("all.bundle");
        _ = await RunAsync("intakes", "export", bundle, 0);
        using (var before = await _case.UnlockAsync(0, bundle))
        {
            _ = await before.PostAsync($"{Assert.Single(await before.CasesAsync())}/take");
            _ = await before.PostAsync("/lock");
        }

        using var again = await _case.UnlockAsync(0, bundle);
        Assert.Single(await again.CasesAsync("?part=Mine"));
    }

    [Fact]
    public async Task Nobody_approves_a_draft_of_her_own()
    {
        var bundle = _case.File("all.bundle");
        _ = await RunAsync("intakes", "export", bundle, 0);
        using var first = await _case.UnlockAsync(0, bundle);
        var path = Assert.Single(await first.CasesAsync());
        _ = await first.PostAsync($"{path}/reply", ("act", "send"), ("text", Reply), ("language", "en"));
        _ = await first.GetAsync(path);
        _ = await first.PostAsync(path + Draft(first.Html), ("act", "approve"));

        Assert.Contains("another member has to read it", first.Text, StringComparison.Ordinal);
        Assert.Empty(BundleFile.Decode(await File.ReadAllBytesAsync(Path.Combine(_case.FolderOf(0), "outbox.bundle")))!.Replies);
    }

    [Theory]
    [InlineData("Call 010 1234 5678", "Looks like a number")]
    [InlineData("Go to the police", "A word that tells what this is")]
    [InlineData("Send me a photo of you", "Asks for what we never ask for")]
    public async Task What_the_lint_finds_goes_only_where_somebody_says_that_it_is_right(string text, string why)
    {
        var bundle = _case.File("all.bundle");
        _ = await RunAsync("intakes", "export", bundle, 0);
        using var desk = await _case.UnlockAsync(0, bundle);
        var path = Assert.Single(await desk.CasesAsync());
        _ = await desk.PostAsync($"{path}/reply", ("act", "send"), ("text", text), ("language", "en"));
        Assert.Contains(why, desk.Text, StringComparison.Ordinal);
        Assert.Contains("Something speaks against it", desk.Text, StringComparison.Ordinal);
        _ = await desk.PostAsync($"{path}/reply", ("act", "send"), ("text", text), ("language", "en"), ("despite", "yes"));
        Assert.Contains("It waits for a second member", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_does_not_fit_is_kept_in_the_form_with_the_reason()
    {
        var bundle = _case.File("all.bundle");
        _ = await RunAsync("intakes", "export", bundle, 0);
        using var desk = await _case.UnlockAsync(0, bundle);
        var path = Assert.Single(await desk.CasesAsync());
        _ = await desk.PostAsync($"{path}/reply", ("act", "preview"), ("text", new string('a', Core.Intakes.Reply.MaxLength + 1)), ("language", "en"));

        Assert.Contains("Longer than 300 characters", desk.Text, StringComparison.Ordinal);
        Assert.Contains(new string('a', Core.Intakes.Reply.MaxLength + 1), desk.Html, StringComparison.Ordinal);
    }

    private static string Draft(string html)
    {
        var at = html.IndexOf("/draft/", StringComparison.Ordinal);
        Assert.True(at > 0);
        return html.Substring(at, "/draft/".Length + 16);
    }

    private Task<CliRun> RunAsync(string noun, string verb, string file, int member) => CliRun.Of(
        noun, verb, file, "--config", Config, "--data", _case.Keys.DataFolder, "--identity", _case.Keys.Members[member].IdentityFile, "--passphrase-file", _case.Keys.PassphraseFile);
}
