using System.Net;
using System.Text.RegularExpressions;
using IntakeBot.Desk;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>Paper and tables: what leaves the desk is written down first, and nothing in bulk without a second member.</summary>
public sealed partial class TakeOutTests : IAsyncLifetime
{
    private static readonly DeskWords Words = DeskWords.Of("en");

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly DeskCase _case;
    private DeskExchange _server = null!;
    private DeskClient _desk = null!;
    private string _path = "";

    public TakeOutTests() => _case = new(_time);

    public async ValueTask InitializeAsync()
    {
        _server = await DeskExchange.StartAsync(_case.Keys, _time);
        _desk = await _case.UnlockAsync(0);
        for (var tries = 0; _path.Length == 0; tries++)
        {
            Assert.True(tries < 100, "no case within ten seconds");
            await Task.Delay(100);
            _path = await _desk.CasesAsync() is [var first, ..] ? first : "";
        }
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _case.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_case_for_a_printer_comes_with_a_warning_and_is_in_the_work_log()
    {
        _ = await _desk.PostAsync($"{_path}/print");

        Assert.Contains(Words[Phrase.PrintWarning], _desk.Text, StringComparison.Ordinal);
        _ = await _desk.GetAsync(_path);
        Assert.Contains(Words.With(Phrase.HistoryPrinted, Words[Phrase.You]), _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown_for_a_printer()
    {
        _server.Roster = _server.Roster with { Members = [.. _server.Roster.Members.Where(m => m.Pseudonym != "staff-1")] };

        _ = await _desk.PostAsync($"{_path}/print");

        Assert.DoesNotContain(Words[Phrase.PrintWarning], _desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_needs_a_colleague_who_agrees_and_runs_no_formula()
    {
        _ = await _desk.PostAsync($"{_path}/tag", ("tag", "=1+1"));
        Assert.Equal("/second?what=Table", await _desk.PostAsync("/cases.csv"));
        _ = await _desk.PostAsync("/second", ("what", "Table"));
        Assert.Equal("/second?what=Table", await _desk.PostAsync("/cases.csv"));

        using var colleague = await _case.UnlockAsync(1);
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
            using var answer = await _desk.SendAsync("POST", "/cases.csv", new FormUrlEncodedContent([]), origin: "null");
            table = answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : "";
        }

        var lines = table.Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.EndsWith(",'=1+1", lines[1], StringComparison.Ordinal);
        _ = await _desk.GetAsync(_path);
        Assert.Contains(Words.With(Phrase.HistoryTable, Words[Phrase.You]), _desk.Text, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromMinutes(61));
        _ = await _desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
        Assert.Equal("/second?what=Table", await _desk.PostAsync("/cases.csv"));
    }

    private async Task RoundAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(20));
        await Task.Delay(100);
    }

    [GeneratedRegex("action=\"/[^/]+(/second/[0-9a-f]{16})\"")]
    private static partial Regex Decision();
}
