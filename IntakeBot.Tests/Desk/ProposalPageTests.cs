using System.Net;
using System.Text;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Cli;

namespace IntakeBot.Tests.Desk;

/// <summary>A wish of a member as a file for the holder of the organisation's key, from the page to the signed roster.</summary>
public sealed class ProposalPageTests : IAsyncLifetime
{
    private static readonly DeskWords Words = DeskWords.Of("en");

    private readonly DeskCase _case = new();
    private readonly Identity _new = Identity.Draw(EpochCalendar.Default.EpochOf(Day.Today(TimeProvider.System)), 4);
    private DeskExchange _server = null!;

    private string MemberJson => Encoding.UTF8.GetString(MemberFile.Encode(_new));

    public async ValueTask InitializeAsync() => _server = await DeskExchange.StartAsync(_case.Keys, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        _new.Dispose();
        await _case.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_member_is_proposed_with_her_file_or_its_text_and_taken(bool isFile)
    {
        using var desk = await _case.UnlockAsync(0);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in ((string, string)[])[("wish", "Add"), ("pseudonym", "ada"), ("role", "Lead"), ("desk", "hotline"), ("text", isFile ? "" : MemberJson)])
        {
            form.Add(new StringContent(value), name);
        }

        // So a browser says that no file was chosen.
        var file = new ByteArrayContent(isFile ? MemberFile.Encode(_new) : []);
        Assert.True(file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{(isFile ? "member.json" : "")}\""));
        form.Add(file);

        await TakeAsync(desk, form, "ada");

        var member = _server.Roster.Members.Single(m => m.Pseudonym == "ada");
        Assert.Equal((RosterRole.Lead, "hotline", _new.Signing.Public), (member.Role, member.Desk, member.SigningKey));
    }

    [Fact]
    public async Task A_lost_key_and_a_leaving_are_proposed_and_taken()
    {
        using var desk = await _case.UnlockAsync(0);
        using var lost = new FormUrlEncodedContent([new("wish", "Replace"), new("pseudonym", "staff-2"), new("text", MemberJson)]);
        await TakeAsync(desk, lost, "staff-2");
        Assert.Equal(_new.Signing.Public, _server.Roster.Members.Single(m => m.Pseudonym == "staff-2").SigningKey);

        using var later = await _case.UnlockAsync(2);
        using var leaving = new FormUrlEncodedContent([new("wish", "Remove"), new("pseudonym", "staff-4")]);
        await TakeAsync(later, leaving, "staff-4");
        Assert.DoesNotContain(_server.Roster.Members, m => m.Pseudonym == "staff-4");
    }

    [Theory]
    [InlineData("Add", "ada", "nothing", Phrase.ProposalNoKeys)]
    [InlineData("Add", "ada", "", Phrase.ProposalNoKeys)]
    [InlineData("Replace", "staff-2", "{}", Phrase.ProposalNoKeys)]
    [InlineData("Add", "Ada <b>", null, Phrase.ProposalNotAName)]
    [InlineData("Add", "staff-2", null, Phrase.ProposalNameTaken)]
    [InlineData("Replace", "ada", null, Phrase.ProposalNotAMember)]
    [InlineData("Remove", "ada", null, Phrase.ProposalNotAMember)]
    public async Task What_cannot_be_taken_is_not_made_and_said(string wish, string pseudonym, string? text, Phrase problem)
    {
        using var desk = await _case.UnlockAsync(0);

        _ = await desk.PostAsync("/members/proposal", ("wish", wish), ("pseudonym", pseudonym), ("role", "Staff"), ("desk", "hotline"), ("text", text ?? MemberJson));

        Assert.Contains(Words[problem], desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_a_member_is_not_proposed_again()
    {
        using var desk = await _case.UnlockAsync(0);
        var own = await File.ReadAllTextAsync(Path.Combine(_case.Keys.ConfigFolder, MemberFile.Folder, "staff-1.json"));

        _ = await desk.PostAsync("/members/proposal", ("wish", "Replace"), ("pseudonym", "staff-2"), ("text", own));

        Assert.Contains(Words[Phrase.ProposalKeyTaken], desk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role", "King", "/members/proposal")]
    [InlineData("desk", "nowhere", "/members/proposal")]
    [InlineData("wish", "Crown", "/members")]
    public async Task What_the_page_does_not_offer_is_not_made(string field, string value, string page)
    {
        using var desk = await _case.UnlockAsync(0);
        (string Name, string)[] good = [("wish", "Add"), ("pseudonym", "ada"), ("role", "Staff"), ("desk", "hotline"), ("text", MemberJson)];

        Assert.Equal(page, await desk.PostAsync("/members/proposal", [.. good.Where(g => g.Name != field), (field, value)]));
    }

    [Fact]
    public async Task An_auditor_proposes_nothing()
    {
        using var desk = await _case.EnterAsync(_case.Join(_server, "aude", "auditor"));
        Assert.Equal("/audit", await desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase)));

        Assert.Equal("/audit", await desk.GetAsync("/members"));
        Assert.Equal("/audit", await desk.GetAsync("/members/proposal"));
        Assert.Equal("/audit", await desk.PostAsync("/members/proposal", ("wish", "Remove"), ("pseudonym", "staff-1")));
    }

    /// <summary>Saved by the browser, taken by the holder of the key, signed, and at the server.</summary>
    private async Task TakeAsync(DeskClient desk, HttpContent form, string pseudonym)
    {
        using var answer = await desk.SendAsync("POST", "/members/proposal", form, origin: "null");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("application/json", $"proposal-{pseudonym}.json"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        var file = _case.File("proposal.json");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        var taken = await CliRun.Of("roster", "take", file, "--yes", "--config", _case.Keys.ConfigFolder);
        Assert.True(taken.Code == 0, taken.Words);
        var signed = await CliRun.Of("roster", "sign", "--key", Path.Combine(_case.Keys.KeysFolder, "organisation.key"), "--yes", "--config", _case.Keys.ConfigFolder);
        Assert.True(signed.Code == 0, signed.Words);
        _server.Reread();
    }
}
