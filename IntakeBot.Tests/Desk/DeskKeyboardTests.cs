using IntakeBot.Desk;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Desk;

/// <summary>The desk without a mouse.</summary>
[Collection(DeskBrowsers.Name)]
public sealed class DeskKeyboardTests(DeskRigs rigs)
{
    private const string Focused = "const e = document.activeElement; return e.closest('tr')?.dataset.row ?? e.id";
    private const string Chosen = "return document.querySelector('#rows [aria-selected]')?.dataset.row";

    private const string Outline = "const e = document.activeElement, s = getComputedStyle(e); return e.matches(':focus-visible') && s.outlineStyle === 'solid' && parseFloat(s.outlineWidth) >= 2";

    /// <summary>Gives everything on the page that can be used a number.</summary>
    private const string Count =
        """
        return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
          .filter(e => !e.disabled && e.tabIndex >= 0 && e.type !== 'hidden' && e.checkVisibility({ contentVisibilityAuto: true }))
          .map((e, i) => e.dataset.number = i).length
        """;

    [Fact]
    public async Task Each_key_does_what_help_says()
    {
        var rig = await rigs.RigAsync();
        var seat = rig.First;
        var browser = seat.Browser;
        browser.To("/queue");
        var known = browser.Rows();
        _ = await rig.ComeAsync();
        var hers = browser.NewRow(known);
        seat.ReadAnswerable(hers);
        browser.To("/queue");
        _ = browser.Page.ExecuteScript("sessionStorage.clear(); location.reload()");
        var rows = browser.Rows();

        var at = rows.Index().First(r => r.Item == hers).Index;

        for (var i = 0; i <= at; i++)
        {
            Assert.Equal(rows[i], Choose("j"));
        }

        Assert.Equal(rows[at - 1], Choose("k"));
        Assert.Equal(hers, Choose("j"));
        Arrive(Keys.Enter, $"/case/{hers}");
        Assert.False(browser.Page.FindElement(By.CssSelector("#changed a")).Displayed, "Nothing of the case is new, and the page says so.");
        Arrive("r", $"/case/{hers}/reply");
        Arrive("u", $"/case/{hers}");
        Arrive("u", "/queue");
        browser.Chromium.Until("the row of before", () => browser.Page.ExecuteScript(Focused) as string == hers);
        Arrive("r", $"/case/{hers}/reply");
        Arrive("u", $"/case/{hers}");
        Arrive("a", $"/case/{hers}");
        browser.Read("Taken by you");
        Arrive("u", "/queue");
        var before = Choose("k");
        Arrive("a", $"/case/{before}");
        browser.Read("Taken by you");
        Arrive("?", "/help");
        var told = browser.Page.FindElements(By.CssSelector(".keys kbd")).Select(k => k.Text);
        Assert.Equal(["j", "k", "Enter", "a", "r", "u", "o", "l", "?"], told);
        Arrive("o", "/overview");
        Arrive("l", DeskPaths.Unlock);
        seat.Unlock();

        string Choose(string key)
        {
            browser.Hold();
            browser.Send(key);
            Assert.Equal(browser.Page.ExecuteScript(Chosen), browser.Page.ExecuteScript(Focused));
            Assert.True(browser.Page.ExecuteScript(Outline) is true, "Where the keyboard is cannot be seen.");
            return (string)browser.Page.ExecuteScript(Chosen)!;
        }

        void Arrive(string key, string path)
        {
            browser.Press(key, path);
            Assert.EndsWith(path, browser.Page.Url, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_a_text_keys_are_letters_and_Escape_does_nothing()
    {
        const string Letters = "jkarulo?";
        var browser = (await rigs.RigAsync()).First.Browser;
        browser.To("/queue");
        browser.To($"/case/{browser.Rows()[0]}/reply");
        var path = browser.Page.Url;
        var text = browser.See("#text");
        browser.Type("#text", Letters);
        text.SendKeys(Keys.Escape);
        browser.Send(Keys.Tab + Keys.Escape);
        browser.See("#language").SendKeys(Keys.Escape);

        Assert.Equal(path, browser.Page.Url);
        Assert.Equal(Letters, text.GetDomProperty("value"));
        Assert.Equal("language", browser.Page.ExecuteScript(Focused));
    }

    [Theory]
    [InlineData("/queue")]
    [InlineData("/case/{0}")]
    [InlineData("/case/{0}/reply")]
    [InlineData("/settings")]
    [InlineData("/watch")]
    public async Task Tab_reaches_everything_and_shows_where_it_is(string path)
    {
        var browser = (await rigs.RigAsync()).First.Browser;
        browser.To("/queue");
        browser.To(string.Format(null, path, browser.Rows()[0]));
        browser.Hold();
        _ = browser.Page.ExecuteScript("sessionStorage.clear()");
        browser.Page.ExecuteScript("document.activeElement.blur(); getSelection().removeAllRanges()");
        var count = Convert.ToInt32(browser.Page.ExecuteScript(Count), null);
        var reached = new List<int>();
        for (var i = 0; i <= count && reached.Distinct().Count() < count; i++)
        {
            browser.Send(Keys.Tab);
            if (browser.Page.ExecuteScript("return document.activeElement.dataset.number") is string number)
            {
                reached.Add(int.Parse(number, null));
                Assert.True(browser.Page.ExecuteScript(Outline) is true, $"Nothing shows that {browser.Page.ExecuteScript("return document.activeElement.outerHTML")} has the keyboard.");
            }
        }

        Assert.True(count > 5, $"{count} things were found.");
        Assert.Equal(Enumerable.Range(0, count), reached.Distinct().Order());
    }
}
