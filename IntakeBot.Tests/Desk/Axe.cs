using Deque.AxeCore.Commons;
using OpenQA.Selenium;

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

    private const int Tries = 5;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page as it is shown now.</summary>
    public static IReadOnlyList<string> Faults(DeskBrowser browser)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                _ = browser.Page.ExecuteScript($"if (window.axe === undefined) {{ {Script} }}");
                return [.. ((IEnumerable<object>)browser.Page.ExecuteAsyncScript(Run)!).Cast<string>()];
            }
            catch (JavaScriptException) when (tries < Tries)
            {
                // The page drew itself anew in between.
                continue;
            }
        }
    }
}
