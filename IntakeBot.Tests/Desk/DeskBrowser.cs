using IntakeBot.Desk;
using IntakeBot.Tests.Support;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Desk;

/// <summary>A staff member before her desk, in a browser of her own.</summary>
internal sealed partial class DeskBrowser : IDisposable
{
    private readonly Chromium _chromium = Chromium.Start();

    public Chromium Chromium => _chromium;

    public WebDriver Page => _chromium.Page;

    /// <summary>Opens the desk's link file, as a double click would, and types the passphrase.</summary>
    public static DeskBrowser Open(DeskServer desk, string? passphrase, string home = "/queue")
    {
        var browser = new DeskBrowser();
        browser._chromium.Resize(1280, 900, mobile: false);
        browser.Enter(desk, passphrase, home);
        return browser;
    }

    /// <summary>As <see cref="Open"/>, in the browser that is there already.</summary>
    public void Enter(DeskServer desk, string? passphrase, string home = "/queue")
    {
        Page.Navigate().GoToUrl(new Uri(desk.LinkFile));
        _chromium.Until("the desk", () => Page.Url.StartsWith($"{desk.Address}", StringComparison.Ordinal) && Page.FindElements(By.TagName("main")).Count > 0);
        if (passphrase is not null)
        {
            Unlock(passphrase, home);
        }
    }

    /// <summary>Names of the cases in the queue that it shows, from above.</summary>
    public IReadOnlyList<string> Rows() =>
        [.. ((IEnumerable<object>)Page.ExecuteScript("return [...document.querySelectorAll('#rows tr[data-row]')].map(r => r.dataset.row)")!).Cast<string>()];

    /// <summary>Waits until the queue has one more than <paramref name="known"/>.</summary>
    public string NewRow(IReadOnlyList<string> known)
    {
        var fresh = new List<string>();
        _chromium.Until("a new case", () => (fresh = [.. Rows().Except(known)]).Count == 1);
        return fresh[0];
    }

    /// <summary>Waits until the case's row says it.</summary>
    public void ReadRow(string name, string words) => Until($"'{words}' in the row", $"tr[data-row='{name}']", r => r.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>Asks for the page again until it says it.</summary>
    public void ReloadUntil(string words) => _chromium.Until($"'{words}' after loading anew", () =>
    {
        Page.Navigate().Refresh();
        return Page.FindElement(By.TagName("body")).Text.Contains(words, StringComparison.Ordinal);
    });

    public void Unlock(string passphrase, string home = "/queue")
    {
        Fill("#passphrase", passphrase);
        Click("button.main", home);
    }

    /// <summary>Waits until the first element of that selector is as wished.</summary>
    public IWebElement Until(string what, string selector, Func<IWebElement, bool> holds)
    {
        IWebElement? found = null;
        _chromium.Until(what, () => (found = Page.FindElement(By.CssSelector(selector))).Displayed && holds(found));
        return found!;
    }

    public IWebElement See(string selector) => Until(selector, selector, _ => true);

    /// <summary>Waits until the page says it.</summary>
    public void Read(string words)
    {
        var said = "";
        try
        {
            _ = Until($"'{words}'", "main", m => (said = m.Text).Contains(words, StringComparison.Ordinal));
        }
        catch (WebDriverTimeoutException)
        {
            Assert.Fail($"'{words}' is not in: {said}");
        }
    }

    public void Dispose() => _chromium.Dispose();
}
