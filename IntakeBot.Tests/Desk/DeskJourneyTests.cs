using OpenQA.Selenium;

namespace IntakeBot.Tests.Desk;

/// <summary>The whole circle: what she says, two staff members at two desks, what she reads, what becomes of it.</summary>
[Collection(DeskBrowsers.Name)]
public sealed class DeskJourneyTests(DeskRigs rigs)
{
    private const string Forged = "const done = arguments[0]; fetch(location.href, { method: 'POST', body: new URLSearchParams({ act: 'approve', despite: 'yes' }) }).then(a => a.text()).then(done);";

    [Fact]
    public async Task Two_staff_members_answer_her_and_both_desks_follow_until_she_erases()
    {
        var rig = await rigs.RigAsync();
        var (ada, ben) = (rig.First, rig.Second);
        ada.Browser.To("/queue");
        ben.Browser.To("/queue");
        var (knownToAda, knownToBen) = (ada.Browser.Rows(), ben.Browser.Rows());

        var her = await rig.ComeAsync();
        var (hers, same) = (ada.Browser.NewRow(knownToAda), ben.Browser.NewRow(knownToBen));
        ada.Browser.ReadRow(hers, "U1");
        ada.Browser.ReadRow(hers, "Are you in danger? Today");
        ben.Browser.ReadRow(same, "U1");
        ben.Browser.ReadRow(same, "Are you in danger? Today");

        ada.Browser.Click($"tr[data-row='{hers}'] a.open", $"/case/{hers}");
        var place = ada.Browser.See("article > p.quiet").Text;
        ada.Browser.Click("#take");
        ada.Browser.Read("Taken by you");
        ben.Browser.ReadRow(same, "staff-1");
        ben.Read(same);
        ben.Browser.ReloadUntil("opened by staff-1");
        ben.Browser.Read("Taken by staff-1");

        var text = ada.Compose(hers, " 고맙습니다.");
        Assert.Equal(text, ada.Browser.See(".bubble").Text);
        ada.Decide("send");
        ada.Browser.Read("It waits for a second member");

        ada.Read(hers);
        ada.Browser.ReadDraft();
        ada.Browser.Read("You wrote it, so another member has to read it.");
        Assert.Empty(ada.Browser.Page.FindElements(By.CssSelector("button[value=approve]")));
        Assert.Contains("You wrote it", (string)ada.Browser.Page.ExecuteAsyncScript(Forged)!, StringComparison.Ordinal);

        ben.Browser.To("/queue?part=Approve");
        ben.Browser.ReadRow(same, "to approve");
        ben.Browser.Click($"tr[data-row='{same}'] a.open", $"/case/{same}");
        ben.Browser.ReadDraft();
        Assert.Equal(text, ben.Browser.See(".bubble").Text);
        ben.Decide("approve");
        ben.Browser.Read("It is in her mailbox");

        Assert.True(await her.ReadReplyAsync(text));
        ada.Browser.To("/queue?part=Mine");
        ben.Browser.To("/queue");
        ada.Browser.ReadRow(hers, "she answered");
        ben.Browser.ReadRow(same, "she answered");
        ada.Read(hers);
        ada.Browser.Read("She said “yes”");
        ben.Read(same);
        ben.Browser.Read("She said “yes”");

        await her.EraseAllAsync();
        ada.Browser.ReloadUntil("Not here any more");
        ben.Browser.To("/queue");
        ben.Browser.Until("the erased place", ".erased", e => e.Text.Contains(place[^8..], StringComparison.Ordinal));
        ada.Browser.To("/queue");
        ada.Browser.Until("the erased place", ".erased", e => e.Text.Contains(place[^8..], StringComparison.Ordinal));
        Assert.DoesNotContain(hers, ada.Browser.Rows());
        Assert.DoesNotContain(same, ben.Browser.Rows());

        // Nobody has touched this page since it was drawn, so the browser plays no sound for the new U1 and says so.
        var said = string.Join('\n', ada.Browser.Page.Manage().Logs.GetLog(LogType.Browser).Select(l => l.Message).Where(m => !m.Contains("/favicon.ico", StringComparison.Ordinal) && !m.Contains("AudioContext was not allowed", StringComparison.Ordinal)));
        Assert.True(said.Length == 0, said);
    }
}
