using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>The page for who decides whether people may rely on this is measured, not typed.</summary>
public sealed class CompromisePageTests
{
    [Fact]
    public async Task The_page_says_what_was_measured() => Approved.Matches(await CompromisePage.MakeAsync(), "docs", "what-a-compromise-gives-away.md");
}
