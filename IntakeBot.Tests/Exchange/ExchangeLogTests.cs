using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Tests.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace IntakeBot.Tests.Exchange;

/// <summary>The log over real requests: it says what was answered, and nothing of which row that was.</summary>
public sealed class ExchangeLogTests : IAsyncLifetime
{
    private const byte Ada = 0;
    private const byte Ben = 2;

    private readonly MailboxCase _mailbox = new();
    private readonly EventRow _event = Event(Place.Random());
    private ExchangeRig _rig = null!;
    private Identity _eva = null!;

    private string TodayFile => Path.Combine(_rig.Setup.Data, ExchangeLogFolder.TodayName);

    public async ValueTask InitializeAsync()
    {
        _rig = await ExchangeRig.StartAsync();
        _eva = _rig.Setup.Member("eva");
        _rig.Setup.Members[1]!["since"] = RosterSetup.Today.ToString();
        _rig.Setup.Members.Add(RosterSetup.Entry(3, "eva", "auditor", _eva));
        _rig.Setup.Sign();
        _rig.Roster = _rig.Setup.Good();
        Assert.True(await _rig.Store.CommitAsync(new Change().Put(_mailbox.Row, null)));
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _mailbox.Dispose();
        _eva.Dispose();
    }

    [Fact]
    public async Task It_says_what_each_member_was_answered_and_nothing_else()
    {
        await LiveAsync();
        Assert.Empty((await LogAsync()).Entries);

        _rig.Time.Advance(TimeSpan.FromHours(12));
        var reading = await LogAsync();

        string[] expected =
        [
            "0 ColdRows 3 2", "0 HotRows 1 1", "0 Mailboxes 2 1", "0 Tombstones 1 1", "0 Events 1 1", "0 Manifests 2 0", "0 Roster 1 0",
            "0 StanzasPut 1 0", "0 RepliesPut 1 0", "0 EventsPut 2 0", "0 EpochKeysPut 1 0", "2 ColdRows 1 1", "3 Manifests 1 0", "3 Log 1 0",
        ];
        Assert.Equal(expected, reading.Entries.Select(e => $"{e.Place} {e.Kind} {e.Count} {e.Different}"));
        Assert.All(reading.Entries, e => Assert.Equal(RosterSetup.Today, e.Day));
        Assert.All(reading.Entries, e => Assert.Equal(_rig.Roster.Members.Single(m => m.Place == e.Place).SigningKey, e.Member));
        Assert.Equal(ExchangeLogState.Whole, reading.State);

        _rig.Time.Advance(TimeSpan.FromDays(1));
        var next = await LogAsync(reading.Head);
        Assert.Equal("3 Log 1 0", Assert.Single(next.Entries.Skip(reading.Entries.Count).Select(e => $"{e.Place} {e.Kind} {e.Count} {e.Different}")));
        Assert.Equal(ExchangeLogState.Whole, next.State);
    }

    [Fact]
    public async Task Nothing_on_the_disk_or_in_the_log_lines_names_a_row_or_a_machine()
    {
        var places = await LiveAsync();
        await _rig.RestartAsync(isOrderly: true);
        var running = await File.ReadAllBytesAsync(TodayFile);
        Assert.Contains(ExchangeLogChain.Decode(running)!.Links, l => l.Entry.Kind == ExchangeLogKind.Mailboxes);
        _rig.Time.Advance(TimeSpan.FromDays(1));
        _ = await LogAsync();

        var files = Directory.EnumerateFiles(_rig.Setup.Data, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).Append(running).ToList();
        Assert.True(files.Count >= 4);
        foreach (var place in places)
        {
            var forms = new[] { place.ToArray(), [.. place.ToArray().Reverse()], System.Text.Encoding.ASCII.GetBytes($"{place}") };
            Assert.All(files, f => Assert.All(forms, form => Assert.Equal(-1, f.AsSpan().IndexOf(form))));
            Assert.DoesNotContain(_rig.Log.Lines, l => l.Contains($"{place}", StringComparison.OrdinalIgnoreCase));
        }

        Assert.All(files, f => Assert.Equal(-1, f.AsSpan().IndexOf("127.0.0.1"u8)));
    }

    [Fact]
    public async Task An_orderly_restart_keeps_what_was_counted()
    {
        var (cold, _) = await _rig.AddAsync();
        await FetchAsync(cold);
        await _rig.RestartAsync(isOrderly: true);
        await FetchAsync(cold);
        await FetchAsync(cold);
        _rig.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((3u, 2u), (await LogAsync()).Entries.Select(e => (e.Count, e.Different)).Single());
    }

    [Fact]
    public async Task A_crash_loses_what_a_minute_held_at_most()
    {
        var (cold, _) = await _rig.AddAsync();
        await FetchAsync(cold);
        for (var tries = 0; ExchangeLogChain.Decode(await File.ReadAllBytesAsync(TodayFile))!.Links.Count == 0; tries++)
        {
            Assert.True(tries < 500, "Waited 10 s in vain.");
            _rig.Time.Advance(ExchangeLogKeeping.Round);
            await Task.Delay(20);
        }

        await FetchAsync(cold);
        await _rig.RestartAsync(isOrderly: false);
        _rig.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1u, Assert.Single((await LogAsync()).Entries).Count);
    }

    [Fact]
    public async Task A_page_has_one_size_and_all_pages_are_the_whole_log()
    {
        var answers = new List<(HttpStatusCode, int)> { await SizeAsync("/v1/log") };
        var log = _rig.Services.GetRequiredService<ExchangeLog>();
        var member = _rig.Roster.Members[0];
        foreach (var _ in Enumerable.Range(0, ExchangeLogPage.Limit + 40))
        {
            using var key = SigningKey.Draw();
            log.Count(member with { SigningKey = key.Public }, ExchangeLogKind.HotRows, Place.Random());
        }

        _rig.Time.Advance(TimeSpan.FromDays(1));
        foreach (var path in new[] { "/v1/log", "/v1/log?after=0", "/v1/log?after=255", "/v1/log?after=297", "/v1/log?after=4294967295" })
        {
            answers.Add(await SizeAsync(path));
        }

        Assert.Equal((HttpStatusCode.OK, ExchangeLogPage.Size), Assert.Single(answers.Distinct()));
        var reading = await LogAsync();
        Assert.Equal((ExchangeLogState.Whole, ExchangeLogPage.Limit + 41), (reading.State, reading.Entries.Count));
        Assert.Equal(42, (await EvaAsync(c => c.FindLogAsync(255, default)))!.Entries.Count);
    }

    [Fact]
    public async Task Staff_and_strangers_and_odd_questions_get_the_same_as_where_nothing_is()
    {
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        Assert.Null(await ben.FindLogAsync(0, default));
        Assert.Null(await ben.ReadLogAsync(null, default));
        foreach (var path in new[] { "/v1/log?after=-1", "/v1/log?after=", "/v1/log?after=1&after=2", "/v1/log?before=1", "/v1/log?after=4294967296", "/v1/log/0" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await _rig.SendAsync(path, _eva.Signing)).Code));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _rig.SendAsync("/v1/log", _eva.Signing, put: [1])).Code);
        _rig.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await LogAsync()).Entries);
    }

    [Fact]
    public async Task Who_asks_too_often_is_not_counted_for_what_was_not_given()
    {
        var (rates, ada) = (_rig.Services.GetRequiredService<RequestRates>(), _rig.Setup.Ada.Signing);
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync("/v1/roster", ada)).Code);
        while (rates.TryTake(ada.Public, _rig.Time.GetUtcNow()))
        {
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _rig.SendAsync("/v1/roster", ada)).Code);
        _rig.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1u, Assert.Single((await LogAsync()).Entries).Count);
    }

    /// <summary>A member's day, with all that is refused; gives the places of all rows that it was about.</summary>
    private async Task<IReadOnlyList<Place>> LiveAsync()
    {
        var (one, _) = await _rig.AddAsync();
        var (two, _) = await _rig.AddAsync();
        var (gone, _) = await _rig.AddAsync();
        using var ada = _rig.Client(_rig.Setup.Ada.Signing);
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        using var stranger = SigningKey.Draw();
        var secret = _rig.Setup.Ada.EpochSecretOf(one.Epoch)!;
        var token = IntakeRemover.Token(gone, secret, Ada)!;

        _ = await ada.FindManifestAsync(RowKind.Cold, null, default);
        _ = await ada.FindManifestAsync(RowKind.Event, null, default);
        Assert.NotNull(await ada.FindRowAsync<ColdRow>(RowKind.Cold, one.Place, default));
        Assert.NotNull(await ada.FindRowAsync<ColdRow>(RowKind.Cold, two.Place, default));
        Assert.NotNull(await ada.FindRowAsync<ColdRow>(RowKind.Cold, one.Place, default));
        Assert.NotNull(await ada.FindRowAsync<HotRow>(RowKind.Hot, one.Place, default));
        Assert.Null(await ada.FindRowAsync<HotRow>(RowKind.Hot, Place.Random(), default));
        Assert.NotNull(await ada.FindRowAsync<Mailbox>(RowKind.Mailbox, _mailbox.Row.Place, default));
        Assert.True(await ada.PutEventAsync(_event, default));
        Assert.True(await ada.PutEventAsync(_event, default));
        Assert.False(await ada.PutEventAsync(Event(_event.Place), default));
        Assert.NotNull(await ada.FindRowAsync<EventRow>(RowKind.Event, _event.Place, default));
        Assert.True(await ada.RemoveAsync(gone.Place, token, default));
        Assert.True(await ada.RemoveAsync(gone.Place, token, default));
        Assert.False(await ada.RemoveAsync(two.Place, token, default));
        Assert.NotNull(await ada.FindRowAsync<Tombstone>(RowKind.Tombstone, gone.Place, default));
        var resealed = IntakeResealer.Reseal(one, secret, Ada, Ben, _rig.Setup.Ben.EpochSecretOf(one.Epoch)!.Public)!;
        Assert.True(await ada.ReplaceStanzaAsync(one, Ben, resealed, default));
        Assert.True(await ada.PutReplyAsync(Signed(), default));
        Assert.NotNull(await ada.FindRowAsync<Mailbox>(RowKind.Mailbox, _mailbox.Row.Place, default));
        Assert.True(await ada.PutEpochKeyAsync(EpochStatement.Sign(_rig.Setup.Ada.Signing, 9, RecipientKey.ThrowAway()), default));
        Assert.True(await ada.AcknowledgeAsync(Acknowledgement.Everything, default));
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync("/v1/roster", _rig.Setup.Ada.Signing)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await _rig.SendAsync("/v1/roster", _rig.Setup.Ada.Signing, clockAhead: TimeSpan.FromHours(1))).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await _rig.SendAsync("/v1/roster", stranger)).Code);

        Assert.NotNull(await ben.FindRowAsync<ColdRow>(RowKind.Cold, one.Place, default));
        Assert.Null(await EvaAsync(c => c.FindRowAsync<ColdRow>(RowKind.Cold, one.Place, default)));
        _ = await EvaAsync(c => c.FindManifestAsync(RowKind.Cold, null, default));
        return [one.Place, two.Place, gone.Place, _mailbox.Row.Place, _event.Place];
    }

    private static EventRow Event(Place place) => new() { Place = place, Version = RowVersion.Random(), Expires = RosterSetup.Today.Plus(180), Box = new byte[Format.EventBoxSize] };

    private SignedReply Signed()
    {
        var (box, day, reply) = (_mailbox.Row.Place, RosterSetup.Today, _mailbox.Sealed("We have read it."));
        ReplySignature Sign(byte place, Identity identity) => SignedReply.Sign(box, day, reply, place, identity.Signing);
        return new() { Mailbox = box, Written = day, Reply = reply, Signatures = [Sign(Ada, _rig.Setup.Ada), Sign(Ben, _rig.Setup.Ben)] };
    }

    private async Task FetchAsync(ColdRow row)
    {
        using var ada = _rig.Client(_rig.Setup.Ada.Signing);
        Assert.NotNull(await ada.FindRowAsync<ColdRow>(RowKind.Cold, row.Place, default));
    }

    private async Task<ExchangeLogReading> LogAsync(HeadPin? pin = null) => (await EvaAsync(c => c.ReadLogAsync(pin, default)))!;

    private async Task<T> EvaAsync<T>(Func<ExchangeClient, Task<T>> ask)
    {
        using var eva = _rig.Client(_eva.Signing);
        return await ask(eva);
    }

    private async Task<(HttpStatusCode, int)> SizeAsync(string path)
    {
        var (code, _, body) = await _rig.SendAsync(path, _eva.Signing);
        return (code, body.Length);
    }
}
