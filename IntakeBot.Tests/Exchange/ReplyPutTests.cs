using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Exchange;

/// <summary>Replies through the Exchange: as many members of one desk as the roster asks for may put one, and nobody may put anything else.</summary>
public sealed class ReplyPutTests : IAsyncLifetime
{
    private const byte Ada = 0;
    private const byte Ben = 2;

    private static readonly Day Today = RosterSetup.Today;

    private readonly MailboxCase _case = new();
    private ExchangeRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await ExchangeRig.StartAsync();
        Assert.True(await _rig.Store.CommitAsync(new Change().Put(_case.Row, null)));
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _case.Dispose();
    }

    [Fact]
    public async Task What_two_members_signed_she_reads_and_putting_it_again_changes_nothing()
    {
        using var client = _rig.Client(_rig.Setup.Ben.Signing);
        var reply = Signed(_case.Sealed("We have read it."));

        Assert.True(await client.PutReplyAsync(reply, default));
        var after = Stored();
        Assert.True(await client.PutReplyAsync(reply, default));

        Assert.Equal(after.Encode(), Stored().Encode());
        Assert.Equal(["We have read it."], Read());
        Assert.Equal(_case.Row.Encode().Length, after.Encode().Length);
        Assert.Equal(Today.Plus(Format.MailboxDays), after.Expires);
    }

    [Fact]
    public async Task One_that_she_has_read_does_not_come_back()
    {
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        var reply = Signed(_case.Sealed("Once."));
        Assert.True(await client.PutReplyAsync(reply, default));
        _case.Take(Stored());
        using (var opened = _case.Open())
        {
            Assert.True(await _rig.Store.CommitAsync(new Change().Put(opened.Forget(opened.Replies[0], Today), _case.Row.Version)));
        }

        var read = Stored();
        Assert.True(await client.PutReplyAsync(reply, default));
        _rig.Time.Advance(TimeSpan.FromDays(Format.ReplyDaysWaiting));
        Assert.True(await client.PutReplyAsync(reply, default));

        Assert.Equal(read.Encode(), Stored().Encode());
        Assert.Empty(Read());
    }

    [Fact]
    public async Task Replies_at_the_same_moment_all_come_and_each_once()
    {
        using var ada = _rig.Client(_rig.Setup.Ada.Signing);
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        var replies = new[] { "one", "two", "three" }.Select(t => Signed(_case.Sealed(t))).ToList();

        var put = await Task.WhenAll(replies.Concat(replies).SelectMany(r => new[] { ada.PutReplyAsync(r, default), ben.PutReplyAsync(r, default) }));

        Assert.DoesNotContain(false, put);
        Assert.Equal(["one", "three", "two"], Read().Order());
    }

    [Fact]
    public async Task Everything_else_is_not_there_and_changes_nothing()
    {
        var good = Signed(_case.Sealed("x"));
        var body = ReplyPut.Encode(good);
        var path = ExchangePaths.ReplyOf(_case.Row.Place);
        var (ada, ben) = (_rig.Setup.Ada.Signing, _rig.Setup.Ben.Signing);
        using var stranger = SigningKey.Draw();
        byte[] Of(params ReplySignature[] signatures) => ReplyPut.Encode(good with { Signatures = signatures });
        byte[] On(Day day) => ReplyPut.Encode(Signed(good.Reply, day));
        const int CountAt = 2 + Format.ReplySize;
        var wrong = new Dictionary<string, HttpStatusCode>
        {
            ["stranger"] = await PutAsync(path, stranger, body),
            ["one signature"] = await PutAsync(path, ada, Of(Sign(good, Ada))),
            ["one member twice"] = await PutAsync(path, ada, Of(Sign(good, Ada), Sign(good, Ada))),
            ["another place's signature"] = await PutAsync(path, ada, Of(Sign(good, Ada), Sign(good, Ben) with { RosterPlace = 1 })),
            ["a signature of zeros"] = await PutAsync(path, ada, Of(Sign(good, Ada), new(Ben, new byte[64]))),
            ["eight days old"] = await PutAsync(path, ada, On(Today.Plus(-8))),
            ["of the day after tomorrow"] = await PutAsync(path, ada, On(Today.Plus(2))),
            ["another text"] = await PutAsync(path, ada, RowCase.Flipped(body, 1500)),
            ["another mailbox"] = await PutAsync(ExchangePaths.ReplyOf(Place.Random()), ada, body),
            ["no place"] = await PutAsync("/v1/rows/mailbox/abc/replies", ada, body),
            ["cut short"] = await PutAsync(path, ada, body[..^1]),
            ["too long"] = await PutAsync(path, ada, [.. body, 0]),
            ["empty"] = await PutAsync(path, ada, []),
            ["no signature counted"] = await PutAsync(path, ada, RowCase.Flipped(body, CountAt, 2)),
            ["three signatures counted"] = await PutAsync(path, ada, RowCase.Flipped(body, CountAt)),
            ["one counted and two there"] = await PutAsync(path, ada, RowCase.Flipped(body, CountAt, 3)),
            ["another body than was signed"] = await PutAsync(path, ada, body, sent: RowCase.Flipped(body, body.Length - 1)),
            ["with a query"] = await PutAsync(path + "?a=b", ada, body),
            ["posted"] = await PutAsync(path, ada, body, spoil: r => r.Method = HttpMethod.Post),
            ["fetched"] = (await _rig.SendAsync(path, ada)).Code,
            ["put over the row"] = await PutAsync(ExchangePaths.RowOf(RowKind.Mailbox, _case.Row.Place), ada, body),
        };
        var roster = _rig.Roster;
        _rig.Roster = roster with { Members = [roster.Members[0], roster.Members[1] with { Role = RosterRole.Auditor }] };
        wrong["signed by an auditor"] = await PutAsync(path, ada, body);
        _rig.Roster = roster with { Approvals = 1, Members = _rig.Roster.Members };
        wrong["sent by an auditor"] = await PutAsync(path, ben, Of(Sign(good, Ada)));
        _rig.Roster = roster with { Members = [roster.Members[0], roster.Members[1] with { Desk = "safeguarding" }] };
        wrong["of two desks"] = await PutAsync(path, ada, body);
        _rig.Roster = roster;

        Assert.Equal([], wrong.Where(w => w.Value != HttpStatusCode.NotFound).Select(w => $"{w.Key}: {w.Value}"));
        Assert.Equal(_case.Row.Encode(), Stored().Encode());
        Assert.Equal(HttpStatusCode.OK, await PutAsync(path, ada, body));
    }

    [Fact]
    public async Task Where_one_member_is_enough_one_is_enough()
    {
        _rig.Roster = _rig.Roster with { Approvals = 1 };
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        var reply = Signed(_case.Sealed("alone"));

        Assert.True(await client.PutReplyAsync(reply with { Signatures = [reply.Signatures[0]] }, default));

        Assert.Equal(["alone"], Read());
    }

    /// <summary>Only who opened the intake knows where its mailbox is; what a person erased everybody may know.</summary>
    [Fact]
    public async Task A_mailbox_is_found_by_its_place_and_listed_nowhere_and_a_tombstone_both()
    {
        var stone = Tombstone.Of(Place.Random(), Today);
        Assert.True(await _rig.Store.CommitAsync(new Change().Put(stone, null)));
        using var client = _rig.Client(_rig.Setup.Ada.Signing);

        Assert.Equal(_case.Row.Encode(), (await client.FindRowAsync<Mailbox>(RowKind.Mailbox, _case.Row.Place, default))!.Encode());
        Assert.Null(await client.FindRowAsync<Mailbox>(RowKind.Mailbox, Place.Random(), default));
        Assert.Equal(HttpStatusCode.NotFound, (await _rig.SendAsync("/v1/manifest?kind=mailbox", _rig.Setup.Ada.Signing)).Code);
        Assert.Equal([stone.Place.ToString()], (await client.FindManifestAsync(RowKind.Tombstone, null, default))!.Entries.Select(e => e.Place));
        Assert.Equal(Today, (await client.FindRowAsync<Tombstone>(RowKind.Tombstone, stone.Place, default))!.Erased);
    }

    [Fact]
    public async Task No_log_line_names_a_mailbox_or_a_member()
    {
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        Assert.True(await client.PutReplyAsync(Signed(_case.Sealed("x")), default));
        Assert.False(await client.PutReplyAsync(Signed(_case.Sealed("x"), Today.Plus(-8)), default));

        string[] personal = [_case.Row.Place.ToString(), _rig.Setup.Ada.Signing.Public.ToString(), "/v1/rows", "ada"];
        Assert.NotEmpty(_rig.Log.Lines);
        Assert.All(_rig.Log.Lines, line => Assert.DoesNotContain(personal, p => line.Contains(p, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_put_reply_is_remembered_while_it_could_be_put_again_and_each_member_has_a_share()
    {
        using var puts = new PutReplies();
        var (ada, ben) = (_rig.Setup.Ada.Signing.Public, _rig.Setup.Ben.Signing.Public);
        var reply = Signed(_case.Sealed("x"));
        puts.Remember(ada, reply);

        Assert.True(puts.Has(reply, Today.Plus(Format.ReplyDaysWaiting)));
        Assert.False(puts.Has(reply with { Mailbox = Place.Random() }, Today));
        Assert.False(puts.Has(reply, Today.Plus(Format.ReplyDaysWaiting + 1)));
        for (var i = 0; i < PutReplies.MaxPerMember; i++)
        {
            Assert.True(puts.HasRoomFor(ada));
            puts.Remember(ada, reply with { Mailbox = Place.Random() });
        }

        Assert.False(puts.HasRoomFor(ada));
        Assert.True(puts.HasRoomFor(ben));
    }

    /// <summary>A restart forgets what was put; what waits in the mailbox is there to be seen.</summary>
    [Fact]
    public async Task What_waits_in_the_mailbox_is_not_put_a_second_time_and_writers_do_not_undo_each_other()
    {
        var replies = new[] { "one", "two", "three" }.Select(t => Signed(_case.Sealed(t))).ToList();

        var put = await Task.WhenAll(replies.Select(r => ReplyCommit.PutAsync(_rig.Store, r, Today)));
        var after = Stored();
        foreach (var reply in replies)
        {
            Assert.True(await ReplyCommit.PutAsync(_rig.Store, reply, Today));
        }

        Assert.DoesNotContain(false, put);
        Assert.Equal(after.Encode(), Stored().Encode());
        Assert.Equal(["one", "three", "two"], Read().Order());
        Assert.False(await ReplyCommit.PutAsync(_rig.Store, replies[0] with { Mailbox = Place.Random() }, Today));
    }

    [Fact]
    public void A_body_and_a_file_are_read_only_as_they_are_written()
    {
        var two = Signed(_case.Sealed("x"));
        var one = two with { Signatures = [two.Signatures[0]] };
        foreach (var reply in new[] { one, two })
        {
            var (body, file) = (ReplyPut.Encode(reply), ReplyPut.EncodeFile(reply));
            Assert.Equal(body, ReplyPut.Encode(ReplyPut.Decode(reply.Mailbox, body)!));
            Assert.Equal(file, ReplyPut.EncodeFile(ReplyPut.DecodeFile(file)!));
            Assert.All((byte[][])[[], file[..^1], [.. file, 0], RowCase.Flipped(file, 0), RowCase.Flipped(file, 1)], f => Assert.Null(ReplyPut.DecodeFile(f)));
        }

        Assert.Null(ReplyPut.Decode(one.Mailbox, RowCase.Flipped(ReplyPut.Encode(one), ReplyPut.Size - 1)));
        Assert.Null(ReplyPut.Decode(one.Mailbox, [.. ReplyPut.Encode(one)[..(2 + Format.ReplySize)], .. new byte[ReplyPut.Size - 2 - Format.ReplySize]]));
        Assert.Equal(ReplyPut.Encode(one).Length, ReplyPut.Encode(two).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => ReplyPut.Encode(two with { Signatures = [.. two.Signatures, two.Signatures[0]] }));
    }

    private Mailbox Stored() => _rig.Store.Find<Mailbox>(_case.Row.Place)!;

    private List<string> Read()
    {
        _case.Take(Stored());
        return [.. _case.Read()];
    }

    private SignedReply Signed(SealedReply reply, Day? written = null)
    {
        var bare = new SignedReply { Mailbox = _case.Row.Place, Written = written ?? Today, Reply = reply, Signatures = [] };
        return bare with { Signatures = [Sign(bare, Ada), Sign(bare, Ben)] };
    }

    private ReplySignature Sign(SignedReply reply, byte place) =>
        SignedReply.Sign(reply.Mailbox, reply.Written, reply.Reply, place, (place == Ada ? _rig.Setup.Ada : _rig.Setup.Ben).Signing);

    private async Task<HttpStatusCode> PutAsync(string path, SigningKey member, byte[] body, byte[]? sent = null, Action<HttpRequestMessage>? spoil = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(_rig.Address, path)) { Content = new ByteArrayContent(sent ?? body) };
        var digest = ContentDigest.Of(body);
        var (input, signature) = RequestSignature.Sign(member, "PUT", request.RequestUri!, _rig.Time.GetUtcNow(), digest);
        request.Headers.Add(SignatureInput.Name, input.Header);
        request.Headers.Add(RequestSignature.Name, signature);
        request.Headers.Add(ContentDigest.Name, digest);
        spoil?.Invoke(request);
        using var response = await http.SendAsync(request);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        return response.StatusCode;
    }
}
