namespace IntakeBot.Tests.Desk;

/// <summary>Every page of the desk, one after the other, each in the state that has most on it.</summary>
internal static class DeskTour
{
    private const string Suspicious = "We will come. Call 010-1234-5678.";

    /// <summary>Calls <paramref name="see"/> before each page, with its name; leaves both desks at the queue.</summary>
    public static async Task WalkAsync(DeskRig rig, Action<DeskBrowser, string> see)
    {
        var (ada, ben) = (rig.First, rig.Second);
        See("help", () => ada.Browser.To("/help"));
        See("overview", () => ada.Browser.To("/overview"));
        See("handover", () => ada.Browser.To("/handover"));
        See("members", () => ada.Browser.To("/members"));
        See("partners", () => ada.Browser.To("/partners"));
        See("proposal", () => ada.Browser.To("/members/proposal"));
        ada.Browser.To("/settings");
        ada.Browser.Fill("#shifts", "Mon 09:00-18:00 staff-1");
        ada.Browser.Fill("#proxy", "nowhere");
        See("settings with a problem", () => ada.Browser.Click("main button.main"));
        ada.Browser.To("/settings");
        ada.Browser.Fill("#shifts", "Mon 09:00-18:00 staff-1\nTue 09:00-18:00 staff-2");
        See("settings, saved", () => ada.Browser.Click("main button.main"));
        ada.Browser.To("/queue");
        var known = ada.Browser.Rows();
        _ = await rig.ComeAsync();
        var name = ada.Browser.NewRow(known);
        See("queue", () => ada.Browser.See("#rows"));
        See("case", () => name = ada.ReadAnyAnswerable(name));
        See("refer", () => ada.Browser.Click("a[href$='/refer']"));
        See("a colleague was asked", () => ada.Browser.Click("form[action$='/ask'] button"));
        ada.Read(name);
        See("reply", () => ada.Browser.Click("#reply"));
        ada.Browser.Fill("#text", Suspicious);
        See("preview with findings", () => ada.Browser.Click("button[value=preview]"));
        See("said", () =>
        {
            ada.Decide("send");
            ada.Browser.Read("It waits for a second member");
        });
        See("own draft", () =>
        {
            ada.Read(name);
            ada.Browser.ReadDraft();
        });
        See("draft to approve", () =>
        {
            ben.Browser.To("/queue?part=Approve");
            ben.Browser.Chromium.Until("the draft", () => ben.Browser.Rows().Count == 1);
            ben.Browser.Click("#rows a.open", "/case/");
            ben.Browser.ReadDraft();
        }, ben);
        ben.Browser.Click("button[value=withdraw]");
        See("empty queue", () => ben.Browser.To("/queue?part=Approve"), ben);
        ben.Browser.To("/queue");
        await ada.CutAsync();
        See("queue with trouble", () =>
        {
            ada.Browser.To("/queue");
            ada.Browser.See(".trouble");
        });
        ada.Mend();
        See("watch", () => ada.Browser.To("/watch"));
        See("watching", () => ada.Browser.Click("main button.main"));
        See("unlock with a problem", () =>
        {
            ada.Browser.Click("main a.button");
            ada.Browser.Fill("#passphrase", "something else");
            ada.Browser.Click("button.main");
        });
        ada.Unlock();

        void See(string page, Action lead, DeskSeat? seat = null)
        {
            lead();
            var browser = (seat ?? ada).Browser;
            browser.Hold();
            see(browser, page);
        }
    }
}
