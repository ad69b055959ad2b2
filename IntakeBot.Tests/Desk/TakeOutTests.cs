using System.Net;
using System.Text.RegularExpressions;
using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

/// <summary>Paper and tables: what leaves the desk is written down first, and nothing in bulk without a second member.</summary>
public sealed partial class TakeOutTests : AtOneCase
{
    private static readonly DeskWords Words = DeskWords.Of("en");

    [Fact]
    public async Task A_case_for_a_printer_comes_with_a_warning_and_is_in_the_work_log()
    {
        _ = await Desk.PostAsync($"{CasePath}/print");

        Assert.Contains(Words[Phrase.PrintWarning], Desk.Text, StringComparison.Ordinal);
        _ = await Desk.GetAsync(CasePath);
        Assert.Contains(Words.With(Phrase.HistoryPrinted, Words[Phrase.You]), Desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown_for_a_printer()
    {
        Server.Roster = Server.Roster with { Members = [.. Server.Roster.Members.Where(m => m.Pseudonym != "staff-1")] };

        _ = await Desk.PostAsync($"{CasePath}/print");

        Assert.DoesNotContain(Words[Phrase.PrintWarning], Desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_needs_a_colleague_who_agrees_and_runs_no_formula()
    {
        _ = await Desk.PostAsync($"{CasePath}/tag", ("tag", "=1+1"));
        Assert.Equal("/second?what=Table", await Desk.PostAsync("/cases.csv"));
        _ = await Desk.PostAsync("/second", ("what", "Table"));
        Assert.Equal("/second?what=Table", await Desk.PostAsync("/cases.csv"));

        using var colleague = await Case.UnlockAsync(1);
        var wish = "";
        for (var tries = 0; wish.Length == 0; tries++)
        {
            Assert.True(tries < 60, "the wish did not come");
            await RoundAsync();
            _ = await colleague.GetAsync("/handover");
            wish = Decision().Match(colleague.Html).Groups[1].Value;
        }

        _ = await colleague.PostAsync(wish, ("yes", "yes"));
        var table = "";
        for (var tries = 0; table.Length == 0; tries++)
        {
            Assert.True(tries < 60, "the agreement did not come");
            await RoundAsync();
            using var answer = await Desk.SendAsync("POST", "/cases.csv", new FormUrlEncodedContent([]), origin: "null");
            table = answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : "";
        }

        var lines = table.Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.EndsWith(",'=1+1", lines[1], StringComparison.Ordinal);
        _ = await Desk.GetAsync(CasePath);
        Assert.Contains(Words.With(Phrase.HistoryTable, Words[Phrase.You]), Desk.Text, StringComparison.Ordinal);

        Time.Advance(TimeSpan.FromMinutes(61));
        _ = await Desk.PostAsync("/unlock", ("passphrase", Case.Keys.Passphrase));
        Assert.Equal("/second?what=Table", await Desk.PostAsync("/cases.csv"));
    }

    private async Task RoundAsync()
    {
        Time.Advance(TimeSpan.FromSeconds(20));
        await Task.Delay(100);
    }

    [GeneratedRegex("action=\"/[^/]+(/second/[0-9a-f]{16})\"")]
    private static partial Regex Decision();
}
