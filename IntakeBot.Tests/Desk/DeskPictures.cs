using IntakeBot.Cli;
using IntakeBot.Desk;
using IntakeBot.Tests.Support;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Desk;

/// <summary>By hand (./build screens): every page of the desk at the width of a screen and of a phone, into docs/screens.</summary>
public sealed class DeskPictures
{
    private const int Most = 2400;

    private static readonly int[] Widths = [1280, 390];

    [Fact(Explicit = true)]
    public async Task Take()
    {
        await using var demo = await DemoHotline.StartAsync(0, default, isSeeded: true);
        await using var desk = await demo.StartDeskAsync(0, default);
        using var browser = DeskBrowser.Open(desk, null);
        Shoot(browser, "unlock");
        browser.Unlock(demo.Keys.Passphrase);
        browser.Read("27");
        Shoot(browser, "queue");
        browser.Click("#rows a.open", "/case/");
        Shoot(browser, "case");
        browser.Click("a[href$='/refer']", "/refer");
        Shoot(browser, "refer");
        browser.Page.Navigate().Back();
        browser.Click("#reply", "/reply");
        browser.Type("#text", "Come to the station at 3 pm. Send me a photo, we will rescue you.");
        Shoot(browser, "reply");
        browser.Click("button[value=preview]");
        Shoot(browser, "preview");
        browser.Tick("despite");
        browser.Click("button[value=send]");
        Shoot(browser, "drafted");
        await using var colleague = await demo.StartDeskAsync(1, default);
        using (var other = DeskBrowser.Open(colleague, demo.Keys.Passphrase))
        {
            other.Read("27");
            other.Page.Navigate().GoToUrl(new Uri(other.Page.Url + "?part=Approve"));
            other.Click("#rows a.open", "/case/");
            other.Click(".replies a.button");
            Shoot(other, "approve");
        }

        foreach (var page in new[] { "handover", "members", "partners", "watch", "overview", "settings", "help" })
        {
            Visit(browser, page);
            Shoot(browser, page);
        }

        foreach (var tag in DeskWords.Tags.Skip(1))
        {
            Visit(browser, "settings");
            browser.Page.FindElement(By.CssSelector($"#language option[value={tag}]")).Click();
            browser.Click("form.settings button");
            Visit(browser, "queue");
            Shoot(browser, $"queue-{tag}", Widths[0]);
            browser.Click("#rows a.open", "/case/");
            Shoot(browser, $"case-{tag}", Widths[0]);
        }

        await using var fresh = await DeskServer.StartAsync(new() { Folder = Path.Combine(demo.Folder, "new") }, default);
        using var newcomer = DeskBrowser.Open(fresh, null);
        Shoot(newcomer, "setup");
    }

    private static void Visit(DeskBrowser browser, string page) =>
        browser.Page.Navigate().GoToUrl(new Uri(browser.See("nav a").GetAttribute("href")!.Replace("/queue", $"/{page}", StringComparison.Ordinal)));

    private static void Shoot(DeskBrowser browser, string name, params int[] widths)
    {
        foreach (var width in widths is [] ? Widths : widths)
        {
            browser.Chromium.Resize(width, 800, mobile: width < 600);
            var height = Convert.ToInt32(browser.Page.ExecuteScript("return document.documentElement.scrollHeight")!, null);
            browser.Chromium.Resize(width, Math.Clamp(height, 400, Most), mobile: width < 600);
            ((ITakesScreenshot)browser.Page).GetScreenshot().SaveAsFile(Repository.Path("docs", "screens", $"desk-{name}-{width}.png"));
        }

        browser.Chromium.Resize(1280, 900, mobile: false);
    }
}
