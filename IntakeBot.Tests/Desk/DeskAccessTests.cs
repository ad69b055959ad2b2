namespace IntakeBot.Tests.Desk;

/// <summary>The desk for who sees little, sees no colours, or hears the page.</summary>
[Collection(DeskBrowsers.Name)]
public sealed class DeskAccessTests(DeskRigs rigs)
{
    private const string TooWide = "return document.documentElement.scrollWidth > innerWidth";

    /// <summary>640: a screen of 1280 at 200 %.</summary>
    private static readonly int[] Widths = [1280, 640, 390];

    [Fact]
    public async Task No_page_breaks_a_rule_of_WCAG_in_light_or_in_dark()
    {
        var faults = new List<string>();

        await DeskTour.WalkAsync(await rigs.RigAsync(), (browser, page) =>
        {
            foreach (var look in new[] { "dark", "light" })
            {
                Look(browser, look);
                faults.AddRange(Axe.Faults(browser).Select(f => $"{page}, {look}: {f}"));
            }
        });

        Assert.Empty(faults);
    }

    [Fact]
    public async Task No_page_has_to_be_moved_sideways_on_a_screen_at_twice_its_size_or_on_a_phone()
    {
        var wide = new List<string>();

        await DeskTour.WalkAsync(await rigs.RigAsync(), (browser, page) =>
        {
            foreach (var width in Widths)
            {
                browser.Chromium.Resize(width, 900, mobile: false);
                if (browser.Page.ExecuteScript(TooWide) is true)
                {
                    wide.Add($"{page} at {width}");
                }
            }

            browser.Chromium.Resize(1280, 900, mobile: false);
        });

        Assert.Empty(wide);
    }

    private static void Look(DeskBrowser browser, string look) => _ = browser.Chromium.Page.ExecuteCdpCommand("Emulation.setEmulatedMedia", new()
    {
        ["features"] = new object[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = look } },
    });
}
