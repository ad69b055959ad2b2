using IntakeBot.Cli;
using IntakeBot.Tests.Support;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Desk;

/// <summary>By hand (./build screens): every page of the desk at the width of a screen and of a phone, into docs/screens.</summary>
public sealed class DeskPictures
{
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
        browser.See("#rows tr");
        Shoot(browser, "queue");
        browser.Go("#rows a.open", "/case/");
        Shoot(browser, "case");
        browser.Go("#reply", "/reply");
        Shoot(browser, "reply");
        browser.Click(".template button");
        browser.Click("button[value=preview]");
        Shoot(browser, "preview");
        foreach (var page in new[] { "watch", "settings", "help" })
        {
            browser.Page.Navigate().GoToUrl(new Uri(browser.See("nav a").GetAttribute("href")!.Replace("/queue", $"/{page}", StringComparison.Ordinal)));
            Shoot(browser, page);
        }
    }

    private static void Shoot(DeskBrowser browser, string name)
    {
        foreach (var width in Widths)
        {
            browser.Chromium.Resize(width, 800, mobile: width < 600);
            var height = Convert.ToInt32(browser.Page.ExecuteScript("return document.documentElement.scrollHeight")!, null);
            browser.Chromium.Resize(width, Math.Clamp(height, 400, 2400), mobile: width < 600);
            var file = Repository.Path("docs", "screens", $"desk-{name}-{width}.png");
            ((ITakesScreenshot)browser.Page).GetScreenshot().SaveAsFile(file);
        }

        browser.Chromium.Resize(1280, 900, mobile: false);
    }
}
