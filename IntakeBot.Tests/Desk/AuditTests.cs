using System.Text.RegularExpressions;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>Somebody who opens nothing looks after those who do.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private const byte Auditor = 7;

    private static readonly DeskWords Words = DeskWords.Of("en");

    /// <summary>Noon of a day, so that what is done is of one day.</summary>
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddHours(12));
    private readonly TempFolder _folder = new();
    private readonly DeskCase _case;
    private DeskExchange _server = null!;
    private DeskClient _staff = null!;
    private DeskClient _auditor = null!;
    private DeskServer _desk = null!;

    public AuditTests() => _case = new(_time);

    private DeskFolder Home => new(_folder.Of("eva"));

    public async ValueTask InitializeAsync()
    {
        _server = await DeskExchange.StartAsync(_case.Keys, _time);
        using (var identity = Identity.Draw(EpochCalendar.Default.EpochOf(Day.Today(_time)), 4))
        {
            File.WriteAllBytes(Path.Combine(_case.Keys.ConfigFolder, MemberFile.Folder, "eva.json"), MemberFile.Encode(identity));
            _server.Change(roster => roster.Add("eva", "auditor", "hotline", identity.Signing.Public, Auditor, recovery: false, Day.Today(_time)));
            _case.Keys.CopyTo(Home.Root, 0);
            File.Delete(Home.IdentityFile);
            IdentityFile.Create(Home.IdentityFile, identity, _case.Keys.Passphrase, ArgonProfile.Tiny);
        }

        _desk = await DeskServer.StartAsync(new() { Folder = Home.Root, Time = _time, Profile = ArgonProfile.Tiny }, default);
        _auditor = await DeskClient.EnterAsync(_desk);
        _ = await _auditor.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
        _staff = await _case.UnlockAsync(0);
    }

    public async ValueTask DisposeAsync()
    {
        _auditor.Dispose();
        _staff.Dispose();
        await _desk.DisposeAsync();
        await _case.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task She_sees_who_did_what_and_when_and_not_a_word_of_a_case()
    {
        var path = await CaseAsync();
        _ = await _staff.GetAsync(path);
        _ = await _staff.PostAsync($"{path}/note", ("text", "Her sister is called Kim."));
        _ = await _staff.PostAsync($"{path}/status", ("status", "Waiting"));

        foreach (var what in new[] { Phrase.DidOpen, Phrase.DidNote, Phrase.DidStatus })
        {
            await UntilAsync(Words[what]);
        }

        Assert.Contains("staff-1", _auditor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim", _auditor.Html, StringComparison.Ordinal);
        _ = await _staff.PostAsync($"{path}/remove", ("sure", "yes"));
        await UntilAsync(Words[Phrase.DidRemove]);
    }

    [Theory]
    [InlineData("/queue")]
    [InlineData("/handover")]
    [InlineData("/watch")]
    [InlineData("/case/AAAAAAAAAAA")]
    [InlineData("/second?what=Openings")]
    public async Task Nothing_else_of_the_desk_is_hers(string path) => Assert.Equal("/audit", await _auditor.GetAsync(path));

    [Fact]
    public async Task Staff_do_not_see_her_page() => Assert.Equal("/queue", await _staff.GetAsync("/audit"));

    [Fact]
    public async Task A_day_that_is_over_stands_beside_what_the_server_counted_and_a_log_that_was_written_anew_is_told()
    {
        Assert.Equal("/audit", await _auditor.GetAsync("/audit"));
        Assert.Contains(Words[Phrase.LogEmpty], _auditor.Text, StringComparison.Ordinal);
        var day = Day.Today(_time);
        var path = await CaseAsync();
        _ = await _staff.GetAsync(path);
        await UntilAsync(() => RowOf(day) is ["1", ..]);

        await TomorrowAsync();
        await UntilAsync("Whole: ");
        await UntilAsync(() => RowOf(day) is ["1", ..]);

        // Opened, and told to the auditor: two rows.
        Assert.Equal(["1", "0", "0", "1", "2", "0", "1"], RowOf(day));
        Assert.DoesNotContain(Words[Phrase.OddEvents], _auditor.Text, StringComparison.Ordinal);
        Assert.NotNull(HeadPin.Parse(File.ReadAllText(Home.LogPinFile).Trim()));

        await _server.StopAsync();
        foreach (var file in Directory.EnumerateFiles(_case.Keys.DataFolder, "exchange.*"))
        {
            File.Delete(file);
        }

        await _server.StartAsync();
        await TomorrowAsync();
        await UntilAsync(Words[Phrase.LogRewritten]);
    }

    private async Task<string> CaseAsync()
    {
        for (var tries = 0; ; tries++)
        {
            if (await _staff.CasesAsync() is [var path, ..])
            {
                return path;
            }

            Assert.True(tries < 100, "no case within ten seconds");
            await Task.Delay(100);
        }
    }

    /// <summary>The desks have locked meanwhile.</summary>
    private async Task TomorrowAsync()
    {
        _time.Advance(TimeSpan.FromDays(1));
        _ = await _auditor.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
    }

    /// <summary>What stands beside staff-1 on that day.</summary>
    private string[] RowOf(Day day)
    {
        var row = Regex.Match(_auditor.Html, $"<td>{day}</td><th scope=\"row\">staff-1</th>(.*?)</tr>", RegexOptions.Singleline).Groups[1].Value;
        return [.. Regex.Matches(row, "<td>([^<]*)").Select(m => m.Groups[1].Value.Trim())];
    }

    private Task UntilAsync(string words) => UntilAsync(() => _auditor.Text.Contains(words, StringComparison.Ordinal));

    private async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; ; tries++)
        {
            _ = await _auditor.GetAsync("/audit");
            if (isSo())
            {
                return;
            }

            Assert.True(tries < 60, $"not so within sixty rounds: {_auditor.Text}");
            _time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(100);
        }
    }
}
