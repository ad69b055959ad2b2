namespace IntakeBot.Tests.Desk;

/// <summary>What staff see and lose while the server is away, or only one of them is cut off: nothing that they wrote.</summary>
[Collection(DeskBrowsers.Name)]
public sealed class DeskOutageTests(DeskRigs rigs)
{
    private const string Away = "The server does not answer.";

    [Fact]
    public async Task While_the_server_is_away_staff_read_and_lose_no_word_and_afterwards_both_see_the_same()
    {
        var rig = await rigs.RigAsync();
        var (ada, ben) = (rig.First, rig.Second);
        ada.Browser.To("/queue");
        ben.Browser.To("/queue");
        var (knownToAda, knownToBen) = (ada.Browser.Rows(), ben.Browser.Rows());
        _ = await rig.ComeAsync();
        var (hers, same) = (ada.Browser.NewRow(knownToAda), ben.Browser.NewRow(knownToBen));
        ada.Read(hers);
        ada.Browser.ReloadUntil("Write a reply");

        await rig.Hotline.Server.KillAsync();
        ben.Browser.Until("the trouble, by itself", ".trouble", t => t.Text.Contains(Away, StringComparison.Ordinal));
        ben.Read(same);
        ben.Browser.Until("what she said, from the cache", ".answers", a => a.Text.Contains("Today", StringComparison.Ordinal));
        ada.Browser.Fill("#note", "Noted in the dark.");
        ada.Browser.Click("form[action$='/note'] button");
        ada.Browser.Read("Noted in the dark.");
        var text = ada.Compose(hers, " 고맙습니다.");
        ada.Decide("send");
        ada.Browser.Read("It waits for a second member");
        Assert.True(File.Exists(Path.Combine(ada.Folder, "pending.bundle")));
        ben.Browser.To("/queue");
        _ = ben.Browser.See(".trouble");

        await rig.Hotline.Server.StartAsync(default);
        ben.Browser.Chromium.Until("no trouble, by itself", () => ben.Browser.Page.FindElements(OpenQA.Selenium.By.ClassName("trouble")).Count == 0);
        ben.Browser.ReadRow(same, "to approve");
        ben.Read(same);
        ben.Browser.Read("Noted in the dark.");
        Assert.False(File.Exists(Path.Combine(ada.Folder, "pending.bundle")));
        ben.Browser.ReadDraft();
        Assert.Equal(text, ben.Browser.See(".bubble").Text);

        await ben.CutAsync();
        ada.Read(hers);
        ada.Browser.Click("#take");
        ada.Browser.Read("Taken by you");
        ben.Browser.ReloadUntil(Away);
        ben.Decide("approve");
        ben.Browser.Read("The server did not take it");
        Assert.Equal(text, ben.Browser.See(".bubble").Text);
        await ben.RestartAsync();
        ben.Browser.To("/queue?part=Approve");
        same = Assert.Single(ben.Browser.Rows());
        ben.Read(same);
        ben.Browser.Read("Nobody has taken it");

        ben.Mend();
        ben.Browser.ReloadUntil("Taken by staff-1");
        ben.Browser.ReadDraft();
        ben.Decide("approve");
        ben.Browser.Read("It is in her mailbox");
        ada.Browser.ReloadUntil("She has not answered.");
        ada.Browser.ReloadUntil("staff-2: reply sent");
        ben.Read(same);
        Assert.Equal(ada.Browser.See(".answers").Text, ben.Browser.See(".answers").Text);
        Assert.Equal(Work(ada, "staff-1"), Work(ben, "staff-2"));
    }

    /// <summary>What was done with the case as the page has it, with everybody under the same name.</summary>
    private static string Work(DeskSeat seat, string name) =>
        $"{seat.Browser.See(".replies").Text}\n{seat.Browser.See(".history").Text}".Replace("you", name, StringComparison.Ordinal);
}
