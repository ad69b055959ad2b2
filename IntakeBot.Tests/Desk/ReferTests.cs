using System.Net;
using System.Text.RegularExpressions;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Cli;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>A case goes to a partner organisation and is read there.</summary>
public sealed partial class ReferTests : IAsyncLifetime
{
    private static readonly DeskWords Words = DeskWords.Of("en");

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly DeskCase _case;
    private readonly Identity _partner;
    private DeskExchange _server = null!;
    private DeskClient _desk = null!;
    private string _path = "";
    private string _health = "";

    public ReferTests() => (_case, _partner) = (new(_time), Identity.Draw(EpochCalendar.Default.EpochOf(Day.Today(_time)), 4));

    private string Digits => Fingerprint.Of(_partner.Signing.Public);

    private string PartnerJson => System.Text.Encoding.UTF8.GetString(MemberFile.Encode(_partner));

    public async ValueTask InitializeAsync()
    {
        _health = QuestionnaireFolder.Read(_case.Keys.ConfigFolder).Value!.Forms[0].Questions.Single(q => q.Id == "health").Slot.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _server = await DeskExchange.StartAsync(_case.Keys, _time);
        await _server.AddUrgentAsync();
        _desk = await _case.UnlockAsync(0);
        for (var tries = 0; _path.Length == 0; tries++)
        {
            Assert.True(tries < 100, "no urgent case within ten seconds");
            await Task.Delay(100);
            _path = await _desk.CasesAsync("?level=U1") is [var first, ..] ? first : "";
        }

        _ = await _desk.GetAsync(_path);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _case.DisposeAsync();
        await _server.DisposeAsync();
        _partner.Dispose();
    }

    [Fact]
    public async Task Without_her_yes_it_goes_where_a_colleague_agrees_and_the_partner_alone_reads_it()
    {
        Assert.Equal("/partners", await TakePartnerAsync());
        Assert.Null(await ReferAsync("agreed", _health));
        Assert.Contains(Words[Phrase.ReferNotChosen], _desk.Text, StringComparison.Ordinal);

        _ = await _desk.PostAsync($"{_path}/refer/ask");
        Assert.Contains(Words[Phrase.ReferAsked], _desk.Text, StringComparison.Ordinal);
        await AgreeAsync();
        await UntilAsync(_desk, $"{_path}/refer", Words[Phrase.ReferAgreed]);
        var file = await ReferAsync("agreed", _health);

        Assert.NotNull(file);
        _ = await _desk.GetAsync(_path);
        Assert.Contains(Words.With(Phrase.HistoryReferred, Words[Phrase.You], $"refuge {Digits[..9]}"), _desk.Text, StringComparison.Ordinal);
        Assert.Contains(Words.With(Phrase.ReferNote, $"refuge {Digits[..9]}"), _desk.Text, StringComparison.Ordinal);
        var name = _case.File("referral.bundle");
        await File.WriteAllBytesAsync(name, file);
        var identity = _case.File("partner.identity");
        IdentityFile.Create(identity, _partner, _case.Keys.Passphrase, ArgonProfile.Tiny);
        var read = await OpenAsync(name, identity, StaffDigits());
        Assert.True(read.Code == 0, read.Words);
        Assert.Contains("Sick or hurt badly", read.Data, StringComparison.Ordinal);
        Assert.StartsWith("U1 now", read.Data, StringComparison.Ordinal);

        Assert.Contains("signed by somebody else", (await OpenAsync(name, identity, Digits)).Words, StringComparison.Ordinal);
        Assert.Contains("not for you", (await OpenAsync(name, _case.Keys.Members[1].IdentityFile, StaffDigits())).Words, StringComparison.Ordinal);
        file[^200] ^= 1;
        await File.WriteAllBytesAsync(name, file);
        Assert.Contains("not a whole referral", (await OpenAsync(name, identity, StaffDigits())).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_is_about_one_case_and_ends_after_an_hour()
    {
        _ = await TakePartnerAsync();
        _ = await _desk.PostAsync($"{_path}/refer/ask");
        await AgreeAsync();
        await UntilAsync(_desk, $"{_path}/refer", Words[Phrase.ReferAgreed]);
        var other = (await _desk.CasesAsync()).Single(c => c != _path);
        _ = await _desk.GetAsync(other);

        _ = await _desk.GetAsync($"{other}/refer");
        Assert.DoesNotContain(Words[Phrase.ReferAgreed], _desk.Text, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(61));
        _ = await _desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
        _path = (await _desk.CasesAsync("?level=U1"))[0];
        _ = await _desk.GetAsync($"{_path}/refer");
        Assert.DoesNotContain(Words[Phrase.ReferAgreed], _desk.Text, StringComparison.Ordinal);
        Assert.Null(await ReferAsync("agreed", _health));
    }

    [Fact]
    public async Task What_she_did_not_say_is_not_offered_and_nothing_goes_where_nothing_is_chosen()
    {
        _ = await TakePartnerAsync();
        _ = await _desk.PostAsync($"{_path}/refer/ask");
        await AgreeAsync();
        await UntilAsync(_desk, $"{_path}/refer", Words[Phrase.ReferAgreed]);

        Assert.Equal([_health], Slots().Matches(_desk.Html).Select(m => m.Groups[1].Value));
        Assert.Null(await ReferAsync("agreed", "16"));
        Assert.Null(await ReferAsync("agreed", "0"));
        Assert.DoesNotContain("refuge", await HistoryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_down_does_not_go()
    {
        _ = await TakePartnerAsync();
        _ = await _desk.PostAsync($"{_path}/refer/ask");
        await AgreeAsync();
        await UntilAsync(_desk, $"{_path}/refer", Words[Phrase.ReferAgreed]);
        _server.Roster = _server.Roster with { Members = [.. _server.Roster.Members.Where(m => m.Pseudonym != "staff-1")] };

        Assert.Null(await ReferAsync("agreed", _health));
    }

    [Fact]
    public async Task A_partner_is_taken_by_the_digits_that_were_heard_and_never_under_another_key()
    {
        Assert.Equal("/partners", await _desk.PostAsync("/partners", ("name", "refuge"), ("digits", "0000 1111 2222 3333 4444"), ("text", PartnerJson)));
        Assert.Contains(Words[Phrase.PartnerDigits], _desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Digits, _desk.Text, StringComparison.Ordinal);
        _ = await _desk.PostAsync("/partners", ("name", "../refuge"), ("digits", Digits), ("text", PartnerJson));
        Assert.Contains(Words[Phrase.PartnerNot], _desk.Text, StringComparison.Ordinal);
        _ = await TakePartnerAsync();
        Assert.Contains(Digits, _desk.Text, StringComparison.Ordinal);

        using var other = Identity.Draw(EpochCalendar.Default.EpochOf(Day.Today(_time)), 4);
        (string, string)[] again = [("name", "refuge"), ("digits", Fingerprint.Of(other.Signing.Public)), ("text", System.Text.Encoding.UTF8.GetString(MemberFile.Encode(other)))];
        _ = await _desk.PostAsync("/partners", again);
        Assert.Contains(Words[Phrase.PartnerOther], _desk.Text, StringComparison.Ordinal);
        _ = await _desk.PostAsync("/partners/forget", ("name", "refuge"));
        Assert.DoesNotContain(Digits, _desk.Text, StringComparison.Ordinal);
        _ = await _desk.PostAsync("/partners", again);
        Assert.Contains(Fingerprint.Of(other.Signing.Public), _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_without_a_key_for_now_is_marked_and_not_offered()
    {
        using var old = Identity.Draw(0, 2);

        _ = await _desk.PostAsync("/partners", ("name", "refuge"), ("digits", Fingerprint.Of(old.Signing.Public)), ("text", System.Text.Encoding.UTF8.GetString(MemberFile.Encode(old))));
        Assert.Contains(Words[Phrase.PartnerOld], _desk.Text, StringComparison.Ordinal);
        _ = await _desk.GetAsync($"{_path}/refer");
        Assert.Contains(Words[Phrase.PartnersNone], _desk.Text, StringComparison.Ordinal);
    }

    private Task<string> TakePartnerAsync() => _desk.PostAsync("/partners", ("name", "refuge"), ("digits", Digits.Replace(" ", "", StringComparison.Ordinal)), ("text", PartnerJson));

    private string StaffDigits() => Fingerprint.Of(_server.Roster.Members.Single(m => m.Pseudonym == "staff-1").SigningKey);

    private Task<CliRun> OpenAsync(string file, string identity, string from) =>
        CliRun.At(_time, "referral", "open", file, "--from", from, "--identity", identity, "--passphrase-file", _case.Keys.PassphraseFile);

    /// <summary>Null where no file came but a page.</summary>
    private async Task<byte[]?> ReferAsync(string consent, string slot)
    {
        using var form = new FormUrlEncodedContent([new("consent", consent), new("slot", slot), new("partner", "refuge")]);
        using var answer = await _desk.SendAsync("POST", $"{_path}/refer", form, origin: "null");
        if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "application/octet-stream")
        {
            return await answer.Content.ReadAsByteArrayAsync();
        }

        _ = await _desk.PostAsync($"{_path}/refer", ("consent", consent), ("slot", slot), ("partner", "refuge"));
        return null;
    }

    private async Task<string> HistoryAsync()
    {
        _ = await _desk.GetAsync(_path);
        return _desk.Text;
    }

    /// <summary>At the colleague's desk, where the wish leads to the case that it is about.</summary>
    private async Task AgreeAsync()
    {
        using var colleague = await _case.UnlockAsync(1);
        await UntilAsync(colleague, "/handover", "to give a case to a partner organisation");
        Assert.Matches(CaseLink(), colleague.Html);
        _ = await colleague.PostAsync(Decision().Match(colleague.Html).Groups[1].Value, ("yes", "yes"));
    }

    private async Task UntilAsync(DeskClient client, string path, string words)
    {
        for (var tries = 0; ; tries++)
        {
            _ = await client.GetAsync(path);
            if (client.Text.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(tries < 60, $"'{words}' did not come: {client.Text}");
            _time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(100);
        }
    }

    [GeneratedRegex("action=\"/[^/]+(/second/[0-9a-f]{16})\"")]
    private static partial Regex Decision();

    [GeneratedRegex("partner organisation[^<]*<a href=\"/[^/]+/case/")]
    private static partial Regex CaseLink();

    [GeneratedRegex("name=\"slot\" value=\"([0-9]+)\"")]
    private static partial Regex Slots();
}
