using IntakeBot.Desk;
using IntakeBot.Tests.Support;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Desk;

/// <summary>A staff member before her desk, in a browser of her own.</summary>
internal sealed class DeskBrowser : IDisposable
{
    private readonly Chromium _chromium = Chromium.Start();

    public Chromium Chromium => _chromium;

    public WebDriver Page => _chromium.Page;

    /// <summary>Opens the desk's link file, as a double click would, and types the passphrase.</summary>
    public static DeskBrowser Open(DeskServer desk, string? passphrase)
    {
        var browser = new DeskBrowser();
        browser._chromium.Resize(1280, 900, mobile: false);
        browser.Enter(desk, passphrase);
        return browser;
    }

    /// <summary>As <see cref="Open"/>, in the browser that is there already.</summary>
    public void Enter(DeskServer desk, string? passphrase)
    {
        Page.Navigate().GoToUrl(new Uri(desk.LinkFile));
        _chromium.Until("the desk", () => Page.Url.StartsWith($"{desk.Address}", StringComparison.Ordinal) && Page.FindElements(By.TagName("main")).Count > 0);
        if (passphrase is not null)
        {
            Unlock(passphrase);
        }
    }

    /// <summary>Goes there as by typing the address.</summary>
    public void To(string path)
    {
        var here = new Uri(Page.Url);
        Page.Navigate().GoToUrl(new Uri(here, $"/{here.Segments[1].TrimEnd('/')}{path}"));
        _ = See("main");
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

    public void Unlock(string passphrase)
    {
        Page.FindElement(By.Id("passphrase")).SendKeys(passphrase);
        Page.FindElement(By.CssSelector("button.main")).Click();
        Until("the queue", "main", _ => Page.Url.EndsWith("/queue", StringComparison.Ordinal));
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
    public void Read(string words) => Until($"'{words}' in: {Page.FindElement(By.TagName("main")).Text}", "main", m => m.Text.Contains(words, StringComparison.Ordinal));

    public void Click(string selector)
    {
        var before = Page.FindElement(By.TagName("html"));
        See(selector).Click();
        _chromium.Until($"a page after {selector}", () => IsGone(before));
    }

    /// <summary>Clicks until it leads there: a page that draws itself anew in that moment swallows a click.</summary>
    public void Go(string selector, string path) => _chromium.Until($"{path} by {selector}", () =>
    {
        if (Page.Url.Contains(path, StringComparison.Ordinal))
        {
            return true;
        }

        Page.FindElement(By.CssSelector(selector)).Click();
        return Page.Url.Contains(path, StringComparison.Ordinal);
    });

    public void Press(string key) => Page.FindElement(By.TagName("body")).SendKeys(key);

    public void Dispose() => _chromium.Dispose();

    private static bool IsGone(IWebElement element)
    {
        try
        {
            _ = element.Enabled;
            return false;
        }
        catch (StaleElementReferenceException)
        {
            return true;
        }
    }
}
