
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
        ada.Browser.To("/settings");
        Fill("#shifts", "Mon 09:00-18:00 staff-1");
        Fill("#proxy", "nowhere");
        See("settings with a problem", () => ada.Browser.Click("main button.main"));
        ada.Browser.To("/settings");
        Fill("#shifts", "Mon 09:00-18:00 staff-1\nTue 09:00-18:00 staff-2");
        See("settings, saved", () => ada.Browser.Click("main button.main"));
        ada.Browser.To("/queue");
        var known = ada.Browser.Rows();
        _ = await rig.ComeAsync();
        var name = ada.Browser.NewRow(known);
        See("queue", () => ada.Browser.See("#rows"));
        See("case", () => name = ada.ReadAnyAnswerable(name));
        See("reply", () => ada.Browser.Click("#reply"));
        Fill("#text", Suspicious);
        See("preview with findings", () => ada.Browser.Click("button[value=preview]"));
        See("said", () =>
        {
            ada.Decide("send");
            ada.Browser.Read("It waits for a second member");
        });
        See("own draft", () =>
        {
            ada.Read(name);
            ada.Browser.Go(".replies a.button", "/draft/");
        });
        See("draft to approve", () =>
        {
            ben.Browser.To("/queue?part=Approve");
            ben.Browser.Chromium.Until("the draft", () => ben.Browser.Rows().Count == 1);
            ben.Browser.Go("#rows a.open", "/case/");
            ben.Browser.Go(".replies a.button", "/draft/");
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
            ada.Browser.See("#passphrase").SendKeys("something else");
            ada.Browser.Click("button.main");
        });
        ada.Unlock();

        void See(string page, Action lead, DeskSeat? seat = null)
        {
            lead();
            see((seat ?? ada).Browser, page);
        }

        void Fill(string selector, string text)
        {
            var field = ada.Browser.See(selector);
            field.Clear();
            field.SendKeys(text);
        }
    }
}
