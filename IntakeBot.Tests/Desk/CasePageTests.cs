using System.Text.RegularExpressions;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Desk;

/// <summary>The page of one case, against a server.</summary>
public sealed partial class CasePageTests : AtOneCase
{
    [Fact]
    public async Task What_is_new_of_a_case_changes_the_mark_that_its_page_compares()
    {
        await Server.AddAsync(1);
        for (var tries = 0; (await Desk.CasesAsync()).Count < 2 || (await MarkNowAsync()).EndsWith('-'); tries++)
        {
            Assert.True(tries < 60, "the other case or her mailbox did not come");
            Time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(100);
        }

        var shown = await ShownMarkAsync();
        Assert.Equal(shown, await MarkNowAsync());
        var other = (await Desk.CasesAsync()).Single(p => p != CasePath);
        _ = await Desk.PostAsync($"{other}/take");
        Assert.Equal(shown, await MarkNowAsync());

        _ = await Desk.PostAsync($"{CasePath}/take");

        Assert.NotEqual(shown, await MarkNowAsync());
        Assert.Equal(await ShownMarkAsync(), await MarkNowAsync());
    }

    [Fact]
    public async Task Who_cannot_be_answered_is_not_written_to()
    {
        Assert.Equal(CasePath, await Desk.GetAsync($"{CasePath}/reply"));
        Assert.DoesNotContain("name=\"text\"", Desk.Text, StringComparison.Ordinal);
    }

    /// <summary>All of it is on the page of a colleague, too, who has another machine.</summary>
    [Fact]
    public async Task Note_tag_follow_up_and_status_are_there_for_all_and_can_be_taken_back()
    {
        var today = Day.Today(Time).ToString();
        _ = await Desk.PostAsync($"{CasePath}/note", ("text", "She has a sister.\r\n<b>Ask</b> again."));
        _ = await Desk.PostAsync($"{CasePath}/tag", ("tag", " to call "));
        _ = await Desk.PostAsync($"{CasePath}/tag", ("tag", "child"));
        _ = await Desk.PostAsync($"{CasePath}/untag", ("tag", "child"));
        _ = await Desk.PostAsync($"{CasePath}/follow", ("day", today));
        Assert.Equal(CasePath, await Desk.PostAsync($"{CasePath}/status", ("status", "Waiting")));
        Assert.Equal([CasePath], await Desk.CasesAsync("?part=Due"));
        Assert.Contains("to call", Desk.Text, StringComparison.Ordinal);

        using var colleague = await Case.UnlockAsync(1);
        var path = "";
        for (var tries = 0; path.Length == 0; tries++)
        {
            Assert.True(tries < 100, "not there within a hundred rounds");
            Time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(100);
            path = await colleague.CasesAsync("?part=Due") is [var due, ..] ? due : "";
        }

        _ = await colleague.GetAsync(path);
        Assert.Contains("She has a sister.", colleague.Text, StringComparison.Ordinal);
        Assert.Contains("\\u{3C}b\\u{3E}Ask", colleague.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Ask", colleague.Html, StringComparison.Ordinal);
        Assert.Contains("put the tag to call", colleague.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("put the tag child", colleague.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{today}\"", colleague.Html, StringComparison.Ordinal);
        _ = await colleague.PostAsync($"{path}/follow", ("day", ""));
        Assert.Empty(await colleague.CasesAsync("?part=Due"));
    }

    [Theory]
    [InlineData("note", "text", "")]
    [InlineData("tag", "tag", " ")]
    [InlineData("tag", "tag", "0123456789012345678901234567890123456789012345678")]
    [InlineData("follow", "day", "tomorrow")]
    [InlineData("merge", "place", "0123456789")]
    public async Task What_cannot_be_written_down_is_said_and_changes_nothing(string act, string field, string value)
    {
        var before = await MarkNowAsync();
        _ = await Desk.PostAsync($"{CasePath}/{act}", (field, value));

        Assert.Contains("What you typed cannot be written down", Desk.Text, StringComparison.Ordinal);
        Assert.Equal(before, await MarkNowAsync());
    }

    /// <summary>Two colleagues at once, each into the other's: one of them stays in the queue. So does one whose other case is gone.</summary>
    [Fact]
    public async Task Nobody_is_lost_where_cases_are_merged_into_each_other_or_the_other_is_gone()
    {
        await Server.AddAsync(1);
        for (var tries = 0; (await Desk.CasesAsync()).Count < 2; tries++)
        {
            Assert.True(tries < 60, "the other case did not come");
            await RoundAsync();
        }

        using var colleague = await Case.UnlockAsync(1);
        for (var tries = 0; (await colleague.CasesAsync()).Count < 2; tries++)
        {
            Assert.True(tries < 60, "the colleague has not both");
            await RoundAsync();
        }

        var (mine, theirs) = (await PlacesAsync(Desk), await PlacesAsync(colleague));
        var (one, other) = (mine[0], mine[1]);
        _ = await Desk.PostAsync($"{one.Path}/merge", ("place", other.Place));
        Assert.Equal([other.Path], await Desk.CasesAsync());
        _ = await colleague.PostAsync($"{theirs.Single(c => c.Place == other.Place).Path}/merge", ("place", one.Place));
        for (var i = 0; i < 5; i++)
        {
            await RoundAsync();
        }

        var left = Assert.Single(await Desk.CasesAsync());
        Assert.Equal(mine.MinBy(c => c.Place, StringComparer.Ordinal).Path, left);
        _ = await Desk.PostAsync($"{left}/remove", ("sure", "yes"));
        Assert.Equal(mine.Single(c => c.Path != left).Path, Assert.Single(await Desk.CasesAsync()));
    }

    /// <summary>Her answers are not shown to somebody whose reading nobody would ever know of.</summary>
    [Fact]
    public async Task A_case_is_not_shown_where_its_opening_cannot_be_written_down()
    {
        Server.Roster = Server.Roster with { Members = [.. Server.Roster.Members.Where(m => m.Pseudonym != "staff-1")] };

        _ = await Desk.GetAsync(CasePath);

        Assert.Contains("could not be written down", Desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-case", Desk.Html, StringComparison.Ordinal);
    }

    /// <summary>The line is bad and she reads on: what she does waits on her disk, sealed.</summary>
    [Fact]
    public async Task Without_a_server_it_is_opened_and_written_down_and_both_reach_it_later()
    {
        await Server.StopAsync();
        Assert.Equal(CasePath, await Desk.GetAsync(CasePath));
        Assert.Contains("data-case", Desk.Html, StringComparison.Ordinal);
        _ = await Desk.PostAsync($"{CasePath}/note", ("text", "Written in the dark."));
        _ = await Desk.GetAsync(CasePath);
        Assert.Contains("Written in the dark.", Desk.Text, StringComparison.Ordinal);
        Assert.Equal(0, Server.Events);
        _ = await Desk.PostAsync("/lock");
        await Server.StartAsync();

        _ = await Desk.PostAsync("/unlock", ("passphrase", Case.Keys.Passphrase));

        for (var tries = 0; Server.Events < 2; tries++)
        {
            Assert.True(tries < 200, "not at the server within twenty seconds");
            await Task.Delay(100);
        }
    }

    private static async Task<IReadOnlyList<(string Path, string Place)>> PlacesAsync(DeskClient desk)
    {
        var places = new List<(string, string)>();
        foreach (var path in await desk.CasesAsync())
        {
            _ = await desk.GetAsync(path);
            places.Add((path, ShownPlace().Match(desk.Html).Groups[1].Value));
        }

        return places;
    }

    private async Task RoundAsync()
    {
        Time.Advance(TimeSpan.FromSeconds(20));
        await Task.Delay(100);
    }

    private async Task<string> ShownMarkAsync()
    {
        _ = await Desk.GetAsync(CasePath);
        return ShownMark().Match(Desk.Html).Groups[1].Value;
    }

    private async Task<string> MarkNowAsync()
    {
        _ = await Desk.GetAsync($"/pulse?case={CasePath.Split('/')[^1]}");
        return Desk.Text.Split('.')[4];
    }

    [GeneratedRegex(">([0-9a-f]{32})<")]
    private static partial Regex ShownPlace();

    [GeneratedRegex("data-mark=\"([^\"]+)\"")]
    private static partial Regex ShownMark();
}
