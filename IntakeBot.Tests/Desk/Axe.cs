using Deque.AxeCore.Commons;

namespace IntakeBot.Tests.Desk;

/// <summary>axe-core in a page: rules of WCAG 2.2 A and AA, and good practice.</summary>
internal static class Axe
{
    private const string Run =
        """
        const done = arguments[1];
        axe.run(document, { resultTypes: ['violations'], runOnly: arguments[0].length > 0 ? arguments[0] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(found => done(found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`))))
          .catch(failure => done([`axe failed: ${failure}`]));
        """;

    /// <summary>The rules that can be broken by a colour.</summary>
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page as it is shown now.</summary>
    public static IReadOnlyList<string> Faults(DeskBrowser browser) => Faults(browser, []);

    /// <summary>What is wrong with its colours alone, where all else is as it was.</summary>
    public static IReadOnlyList<string> FaultsOfColours(DeskBrowser browser) => Faults(browser, OfColours);

    private static IReadOnlyList<string> Faults(DeskBrowser browser, string[] rules)
    {
        IReadOnlyList<string> faults = [];
        browser.Chromium.Until("axe to have read the page", () =>
        {
            browser.Hold();
            if (browser.Page.ExecuteScript("return window.axe === undefined") is true)
            {
                _ = browser.Page.ExecuteScript(Script);
            }

            faults = [.. ((IEnumerable<object>)browser.Page.ExecuteAsyncScript(Run, [rules])!).Cast<string>()];
            return true;
        });
        return faults;
    }
}
