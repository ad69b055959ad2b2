using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Cli;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>The overview's page and its file, over sealed intakes about the end of a year.</summary>
public sealed partial class OverviewTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new(2027, 1, 6, 12, 0, 0, TimeSpan.Zero));
    private readonly DeskCase _case;

    public OverviewTests() => _case = new(_time);

    private string Bundle => _case.File("all.bundle");

    public ValueTask DisposeAsync() => _case.DisposeAsync();

    [Fact]
    public async Task The_file_has_the_numbers_by_week_and_none_under_ten()
    {
        using var desk = await CrowdAsync();
        foreach (var path in await desk.CasesAsync("?language=en"))
        {
            _ = await desk.GetAsync(path);
        }

        var lines = await FileAsync(desk);

        Assert.Equal("Table,Week,Of which,Number", lines[0]);
        Assert.Equal(["2026-W51,All,12", "2026-W52 to 2026-W53,All,12", "\"2027-W01, so far\",All,<10", "All weeks,All,24"], Of("Intakes"));
        Assert.Equal(
            [
                "2026-W51,All,12", "2026-W51,U1 now,<10", "2026-W51,U2 soon,0", "2026-W51,U3 needs,0", "2026-W51,U4 talk,hidden",
                "2026-W52 to 2026-W53,All,12", "2026-W52 to 2026-W53,U1 now,0", "2026-W52 to 2026-W53,U2 soon,0", "2026-W52 to 2026-W53,U3 needs,0", "2026-W52 to 2026-W53,U4 talk,12",
                "\"2027-W01, so far\",All,<10", "\"2027-W01, so far\",U1 now,hidden", "\"2027-W01, so far\",U2 soon,hidden", "\"2027-W01, so far\",U3 needs,hidden", "\"2027-W01, so far\",U4 talk,hidden",
                "All weeks,All,24", "All weeks,U1 now,<10", "All weeks,U2 soon,0", "All weeks,U3 needs,0", "All weeks,U4 talk,hidden",
            ],
            Of("Urgency"));
        Assert.Equal(["Someone to talk to,12", "A safe place,12", "A doctor,<10"], Total("What they ask for").Where(l => !l.EndsWith(",0", StringComparison.Ordinal)));
        Assert.Equal(["China,hidden", "Korea or Japan,<10"], Total("Where they are").Where(l => !l.EndsWith(",0", StringComparison.Ordinal)));
        Assert.Equal(["English,12", "우리말,hidden", "中文,<10"], Total("Language").Where(l => !l.EndsWith(",0", StringComparison.Ordinal)));
        Assert.Equal(["after 2 or 3 days,<10", "later,<10", "not yet,12"], Total("Until somebody read it").Where(l => !l.EndsWith(",0", StringComparison.Ordinal)));
        Assert.Equal(["not yet,24"], Total("Until the first reply").Where(l => !l.EndsWith(",0", StringComparison.Ordinal)));

        IEnumerable<string> Of(string table) => lines.Where(l => l.StartsWith($"{table},", StringComparison.Ordinal)).Select(l => l[(table.Length + 1)..]);
        IEnumerable<string> Total(string table) => Of($"{table},All weeks").Where(l => !l.StartsWith("All,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_says_what_the_file_says_and_draws_every_hidden_number_alike()
    {
        using var desk = await CrowdAsync();
        var file = await FileAsync(desk);
        _ = await desk.GetAsync("/overview");

        Assert.Equal(file.Skip(1).Select(l => l.Split(',')[^1]), Counts().Matches(desk.Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)));
        var hidden = HiddenBars().Matches(desk.Html);
        Assert.NotEmpty(hidden);
        _ = Assert.Single(hidden.Select(h => h.Groups[1].Value).Distinct());
        Assert.Contains("aria-label=\"U1 now. 2026-W51: &lt;10, 2026-W52 to 2026-W53: 0, 2027-W01, so far: hidden\"", desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_one_to_save_and_to_keep_nowhere_else()
    {
        using var desk = await CrowdAsync();
        using var answer = await desk.SendAsync("GET", "/overview.csv");

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("overview.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Fewer_than_ten_are_not_counted_at_all()
    {
        await SealedCrowd.SealAsync(_case.Keys, _time, 9, "2026-12-16", "ko", "danger.today");
        using var desk = await UnlockAsync(0);
        _ = await desk.GetAsync("/overview");

        Assert.Contains("Fewer than ten so far", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", desk.Html, StringComparison.Ordinal);
        _ = Assert.Single(await FileAsync(desk));
    }

    [Fact]
    public async Task Locked_it_asks_for_the_passphrase()
    {
        using var desk = await _case.EnterAsync(0);

        Assert.Equal("/unlock", await desk.GetAsync("/overview"));
        Assert.Equal("/unlock", await desk.GetAsync("/overview.csv"));
    }

    [Fact]
    public async Task Who_read_first_and_the_first_reply_are_counted_by_days()
    {
        var intakes = Enumerable.Range(0, 10).Select(_ => new NumberedIntake(_case.Keys, Day.Today(_time))).ToList();
        await using (var store = SealedStore.Open(_case.Keys.DataFolder, _time))
        {
            foreach (var intake in intakes)
            {
                Assert.True(await store.CommitAsync(intake.Rows()));
                intake.Dispose();
            }
        }

        using (var first = await UnlockAsync(0))
        {
            foreach (var path in await first.CasesAsync())
            {
                _ = await first.GetAsync(path);
                _ = await first.PostAsync($"{path}/reply", ("act", "send"), ("text", "We have read your answers."), ("language", "en"));
            }
        }

        _time.Advance(TimeSpan.FromDays(1));
        using var second = await _case.UnlockAsync(1, Bundle, Path.Combine(_case.FolderOf(0), "outbox.bundle"));
        foreach (var path in await second.CasesAsync())
        {
            _ = await second.GetAsync(path);
            _ = await second.PostAsync(path + DraftLink().Match(second.Html).Value, ("act", "approve"));
        }

        var lines = await FileAsync(second);

        Assert.Contains("Until somebody read it,All weeks,the same day,10", lines);
        Assert.Contains("Until the first reply,All weeks,the next day,10", lines);
    }

    /// <summary>12 of one week, 4 and 8 of the two after it, 3 of the present one.</summary>
    private async Task<DeskClient> CrowdAsync()
    {
        await SealedCrowd.SealAsync(_case.Keys, _time, 10, "2026-12-16", "ko", "danger.not_now want.place where.china");
        await SealedCrowd.SealAsync(_case.Keys, _time, 2, "2026-12-20", "zh", "danger.today want.place want.doctor where.korea_japan");
        await SealedCrowd.SealAsync(_case.Keys, _time, 4, "2026-12-21", "en", "danger.not_now want.talk where.china");
        await SealedCrowd.SealAsync(_case.Keys, _time, 4, "2026-12-31", "en", "danger.not_now want.talk where.china");
        await SealedCrowd.SealAsync(_case.Keys, _time, 4, "2027-01-03", "en", "danger.not_now want.talk where.china");
        await SealedCrowd.SealAsync(_case.Keys, _time, 3, "2027-01-04", "ja", "danger.today want.unknown where.on_the_way");
        return await UnlockAsync(0);
    }

    private async Task<DeskClient> UnlockAsync(int member)
    {
        var run = await CliRun.At(
            _time, "intakes", "export", Bundle, "--config", _case.Keys.ConfigFolder, "--data", _case.Keys.DataFolder, "--identity", _case.Keys.Members[member].IdentityFile, "--passphrase-file", _case.Keys.PassphraseFile);
        Assert.True(run.Code == 0, run.Words);
        return await _case.UnlockAsync(member, Bundle);
    }

    private static async Task<string[]> FileAsync(DeskClient desk)
    {
        using var answer = await desk.SendAsync("GET", "/overview.csv");
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("\uFEFF", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[1..^2].Split("\r\n");
    }

    [GeneratedRegex("<td data-name=\"[^\"]*\"[^>]*>([^<]*)</td>")]
    private static partial Regex Counts();

    [GeneratedRegex("<rect class=\"unsaid\"[^>]* (y=\"[0-9]+\" width=\"[0-9]+\" height=\"[0-9]+\")")]
    private static partial Regex HiddenBars();

    [GeneratedRegex("/draft/[0-9a-f]{16}")]
    private static partial Regex DraftLink();
}
