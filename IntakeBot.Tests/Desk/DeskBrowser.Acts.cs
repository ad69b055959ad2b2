using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;

namespace IntakeBot.Tests.Desk;

/// <content>What she does. The page may draw itself anew in any moment, and swallow what is done in it: each act is tried until it was taken.</content>
internal sealed partial class DeskBrowser
{
    private const string Draft = ".replies a.button";

    /// <summary>One that draws itself anew keeps it.</summary>
    private const string Visit = "return navigation.currentEntry.id";

    /// <summary>Where the page has such an element, it does not draw itself anew any more.</summary>
    private const string Still =
        """
        if (!document.querySelector(arguments[0])) return false;
        document.body.dataset.live = '';
        for (let timer = setTimeout(() => {}); timer > 0; timer--) clearTimeout(timer);
        return true;
        """;

    /// <summary>Goes there as by typing the address.</summary>
    public void To(string path)
    {
        _chromium.Until($"{path} by its address", () =>
        {
            var here = new Uri(Page.Url);
            Page.Navigate().GoToUrl(new Uri(here, $"/{here.Segments[1].TrimEnd('/')}{path}"));
            return true;
        });
        _ = See("main");
    }

    /// <summary>Clicks and waits for the page that this leads to.</summary>
    public void Click(string selector, string path = "") => Leave($"{selector} to lead to a page {path}", selector, e => e.Click(), path);

    /// <summary>From a case's page to its first draft; the page is asked for again until the draft has come.</summary>
    public void ReadDraft()
    {
        _chromium.Until("the draft's link", () =>
        {
            if (Page.FindElements(By.CssSelector(Draft)).Count > 0)
            {
                return true;
            }

            Page.Navigate().Refresh();
            return false;
        });
        Click(Draft, "/draft/");
    }

    /// <summary>As <see cref="Click"/>, by a key.</summary>
    public void Press(string key, string path) => Leave($"the key {key} to lead to {path}", "main", _ => Send(key), path);

    public void Send(string keys) => new Actions(Page).SendKeys(keys).Perform();

    /// <summary>Types it behind what is in the field.</summary>
    public void Type(string selector, string text) => Write(selector, text, (field, value) =>
    {
        if (!value.EndsWith(text, StringComparison.Ordinal))
        {
            field.SendKeys(text);
        }
    });

    /// <summary>Types it in place of what is in the field.</summary>
    public void Fill(string selector, string text) => Write(selector, text, (field, value) =>
    {
        if (value != text)
        {
            field.Clear();
            field.SendKeys(text);
        }
    });

    /// <summary>Ticks all of that name.</summary>
    public void Tick(string name) => _chromium.Until($"{name} to be ticked", () =>
    {
        var ticks = Page.FindElements(By.Name(name));
        foreach (var tick in ticks.Where(t => !t.Selected))
        {
            tick.Click();
        }

        return ticks.All(t => t.Selected);
    });

    /// <summary>The page does not draw itself anew any more, until the next one is there.</summary>
    public void Hold() => _chromium.Until("the page to hold still", () => Page.ExecuteScript(Still, "main") is true);

    /// <summary>Acts again only in a page that took the place of the one in which it acted, and is the same one anew.</summary>
    private void Leave(string what, string selector, Action<IWebElement> act, string path)
    {
        var before = (string)Page.ExecuteScript(Visit)!;
        IWebElement? page = null;
        _chromium.Until(what, () =>
        {
            if ((string)Page.ExecuteScript(Visit)! != before)
            {
                return Page.FindElement(By.TagName("main")).Displayed && Page.Url.Contains(path, StringComparison.Ordinal);
            }

            if ((page is null || IsGone(page)) && Page.ExecuteScript(Still, selector) is true)
            {
                var here = Page.FindElement(By.TagName("html"));
                act(Page.FindElement(By.CssSelector(selector)));
                page = here;
            }

            return false;
        });
    }

    private void Write(string selector, string text, Action<IWebElement, string> write) => _chromium.Until($"{selector} to take a text", () =>
    {
        write(Field(), Value());
        return Value().EndsWith(text, StringComparison.Ordinal);

        IWebElement Field() => Page.FindElement(By.CssSelector(selector));

        string Value() => Field().GetDomProperty("value")!;
    });

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
