using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Exchange;

/// <summary>Who counts bytes on the way learns which kind was asked for, and not how much there is.</summary>
public sealed class AnswerSizeTests : IAsyncLifetime
{
    private readonly MailboxCase _mailbox = new();
    private ExchangeRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await ExchangeRig.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _mailbox.Dispose();
    }

    [Fact]
    public async Task A_manifest_page_has_one_size_whatever_it_lists_and_however_much_was_asked_for()
    {
        var answers = new List<(string Headers, int Body)> { await AskAsync("/v1/manifest?kind=cold") };
        await AddStonesAsync(ManifestPage.Limit + 1);
        _ = await _rig.AddAsync();
        foreach (var path in new[] { "kind=cold", "kind=hot&limit=1", "kind=tombstone", "kind=tombstone&limit=7", $"kind=tombstone&after={new string('8', 32)}" })
        {
            answers.Add(await AskAsync($"/v1/manifest?{path}"));
        }

        Assert.Equal(answers[0], Assert.Single(answers.Distinct()));
        Assert.Contains(File.ReadAllLines(Repository.Path("docs", "seal-format-keys.md")), l => l.Contains($"up to {ManifestPage.Size:N0} bytes always", StringComparison.Ordinal));
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        Assert.Equal(ManifestPage.Limit, (await client.FindManifestAsync(RowKind.Tombstone, null, default))!.Entries.Count);
    }

    [Fact]
    public async Task Rows_of_one_kind_have_one_size()
    {
        var (one, _) = await _rig.AddAsync();
        var (two, _) = await _rig.AddAsync();
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        Assert.True(await _rig.Store.CommitAsync(new Change().Put(_mailbox.Row, null)));
        var empty = await AskAsync(ExchangePaths.RowOf(RowKind.Mailbox, _mailbox.Row.Place));
        var change = _rig.Store.Find<Mailbox>(_mailbox.Row.Place)!;
        Assert.True(await _rig.Store.CommitAsync(new Change().Put(change.WithReply(_mailbox.Sealed("We have read it."), RosterSetup.Today), change.Version)));

        foreach (var kind in new[] { RowKind.Cold, RowKind.Hot })
        {
            Assert.Equal(await AskAsync(ExchangePaths.RowOf(kind, one.Place)), await AskAsync(ExchangePaths.RowOf(kind, two.Place)));
        }

        Assert.Equal(empty, await AskAsync(ExchangePaths.RowOf(RowKind.Mailbox, _mailbox.Row.Place)));
    }

    [Fact]
    public async Task What_is_not_there_and_what_may_not_be_put_have_one_size()
    {
        var ada = _rig.Setup.Ada.Signing;
        var gone = await _rig.SendAsync(ExchangePaths.RowOf(RowKind.Cold, Place.Random()), ada);
        var refused = await _rig.SendAsync(ExchangePaths.RemovalOf(Place.Random()), ada, put: new byte[32]);

        Assert.Equal((gone.Code, gone.Headers, gone.Body.Length), (refused.Code, refused.Headers, refused.Body.Length));
    }

    /// <summary>All that is seen from outside but the signature's own 88 characters.</summary>
    private async Task<(string Headers, int Body)> AskAsync(string path)
    {
        var (code, headers, body) = await _rig.SendAsync(path, _rig.Setup.Ada.Signing);
        Assert.Equal(HttpStatusCode.OK, code);
        var signature = headers.Split('\n').Single(h => h.StartsWith(ResponseSignature.Name, StringComparison.Ordinal));
        Assert.Equal(ResponseSignature.Name.Length + 2 + 88, signature.Length);
        return (headers.Replace(signature, "", StringComparison.Ordinal), body.Length);
    }

    private async Task AddStonesAsync(int count)
    {
        var change = new Change();
        for (var i = 0; i < count; i++)
        {
            _ = change.Put(Tombstone.Of(Place.Random(), RosterSetup.Today), null);
        }

        Assert.True(await _rig.Store.CommitAsync(change));
    }
}
