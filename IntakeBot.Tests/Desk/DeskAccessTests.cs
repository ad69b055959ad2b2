namespace IntakeBot.Tests.Desk;

/// <summary>The desk for who sees little, sees no colours, or hears the page.</summary>
[Collection(DeskBrowsers.Name)]
public sealed class DeskAccessTests(DeskRigs rigs)
{
    private const string TooWide = "return document.documentElement.scrollWidth > innerWidth";

    /// <summary>640: a screen of 1280 at 200 %.</summary>
    private static readonly int[] Widths = [1280, 640, 390];

    [Fact]
    public async Task No_page_breaks_a_rule_of_WCAG_in_light_or_in_dark_or_has_to_be_moved_sideways()
    {
        var (faults, wide) = (new List<string>(), new List<string>());

        await DeskTour.WalkAsync(await rigs.RigAsync(), (browser, page) =>
        {
            Look(browser, "light");
            faults.AddRange(Axe.Faults(browser).Select(f => $"{page}: {f}"));
            Look(browser, "dark");
            faults.AddRange(Axe.FaultsOfColours(browser).Select(f => $"{page}, dark: {f}"));
            wide.AddRange(Widths.Where(w => IsWide(browser, w)).Select(w => $"{page} at {w}"));
            browser.Chromium.Resize(1280, 900, mobile: false);
        });

        Assert.Empty(faults);
        Assert.Empty(wide);
    }

    [Fact]
    public async Task A_planted_fault_is_found()
    {
        var browser = (await rigs.RigAsync()).First.Browser;
        browser.To("/help");
        Assert.Empty(Axe.Faults(browser));
        _ = browser.Page.ExecuteScript("const field = document.createElement('input'); field.style.width = '2000px'; field.style.maxWidth = 'none'; document.querySelector('main').append(field)");
        _ = browser.Page.ExecuteScript("const faint = document.createElement('p'); faint.style.color = '#777'; faint.style.background = '#888'; faint.textContent = 'faint'; document.querySelector('main').prepend(faint)");

        Assert.Contains(Axe.Faults(browser), f => f.StartsWith("label", StringComparison.Ordinal));
        foreach (var look in new[] { "dark", "light" })
        {
            Look(browser, look);
            Assert.Contains(Axe.FaultsOfColours(browser), f => f.StartsWith("color-contrast", StringComparison.Ordinal));
        }

        Assert.True(IsWide(browser, 1280));
        browser.To("/queue");
    }

    private static bool IsWide(DeskBrowser browser, int width)
    {
        browser.Chromium.Resize(width, 900, mobile: false);
        return browser.Page.ExecuteScript(TooWide) is true;
    }

    private static void Look(DeskBrowser browser, string look) => _ = browser.Chromium.Page.ExecuteCdpCommand("Emulation.setEmulatedMedia", new()
    {
        ["features"] = new object[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = look } },
    });
}
