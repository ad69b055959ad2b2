using Deque.AxeCore.Commons;

namespace IntakeBot.Tests.Desk;

/// <summary>axe-core in a page: rules of WCAG 2.2 A and AA, and good practice.</summary>
internal static class Axe
{
    private const string Run =
        """
        const done = arguments[0];
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(found => done(found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`))))
          .catch(failure => done([`axe failed: ${failure}`]));
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page as it is shown now.</summary>
    public static IReadOnlyList<string> Faults(DeskBrowser browser)
    {
        // The page may have drawn itself anew since.
        if (browser.Page.ExecuteScript("return window.axe === undefined") is true)
        {
            _ = browser.Page.ExecuteScript(Script);
        }

        return [.. ((IEnumerable<object>)browser.Page.ExecuteAsyncScript(Run)!).Cast<string>()];
    }
}
