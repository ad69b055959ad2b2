using IntakeBot.Bench;

namespace IntakeBot.Tests.Storage;

/// <summary>The store proof in short; <c>intakebot proof store --kills 10000</c> is the long form.</summary>
public sealed class KillTests : StoreCase
{
    [Fact]
    public async Task What_was_acknowledged_survives_the_kill()
    {
        var report = await new ProofStore(Folder).RunAsync(kills: 12, default);

        Assert.True(report.AllKept, report.ToString());
        Assert.True(report.Acknowledged > 12, report.ToString());
    }
}
