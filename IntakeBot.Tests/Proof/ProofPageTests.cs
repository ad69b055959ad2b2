using System.Text.RegularExpressions;
using Xunit.v3;

namespace IntakeBot.Tests.Proof;

/// <summary>What docs/proof.md publishes is what the runs left, and each of them can be run again.</summary>
public sealed partial class ProofPageTests
{
    /// <summary>As other made pages, with <c>APPROVE=1</c> it is made anew: from runs in another clone, say.</summary>
    [Fact]
    public void The_page_says_what_the_files_say()
    {
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            ProofPage.Write(ProofFile.All());
        }

        Assert.Equal(ProofPage.Render(ProofFile.All()), ProofPage.Tables());
    }

    [Fact]
    public void A_missed_goal_stands_on_the_page()
    {
        var page = ProofPage.Render([new("a-name", "What was done.", "2026-11-30", "0123456789", [new("lost", "2", "0", Holds: false)])]);

        Assert.Contains("| lost | **2: missed** | 0 |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_can_be_run_by_its_name_and_by_hand_alone()
    {
        var runs = typeof(ProofPageTests).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Select(m => (Method: m, Names: m.GetCustomAttributes(inherit: false).OfType<TraitAttribute>().Where(t => t.Name == ProofTrait.Name).Select(t => t.Value).ToList()))
            .Where(m => m.Names.Count > 0).ToList();

        Assert.All(runs, r => Assert.Contains(r.Method.GetCustomAttributes(inherit: false).OfType<IFactAttribute>(), f => f.Explicit));
        Assert.All(ProofFile.All(), p => Assert.Matches(Plain(), p.Name));
        Assert.Empty(ProofFile.All().Select(p => p.Name).Except(runs.SelectMany(r => r.Names)));
    }

    [GeneratedRegex("^[a-z][a-z-]*[a-z]$")]
    private static partial Regex Plain();
}
