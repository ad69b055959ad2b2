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
        browser.Page.Navigate().GoToUrl(new Uri(desk.LinkFile));
        browser._chromium.Until("the desk", () => browser.Page.Url.StartsWith("http://127.0.0.1", StringComparison.Ordinal) && browser.Page.FindElements(By.TagName("main")).Count > 0);
        if (passphrase is not null)
        {
            browser.Unlock(passphrase);
        }

        return browser;
    }

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
