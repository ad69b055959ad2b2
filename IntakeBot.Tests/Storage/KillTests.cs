using System.Diagnostics;
using System.Security.Cryptography;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Storage;

/// <summary>SIGKILL at random moments: every acknowledged row is there, in the acknowledged version or one written after it.</summary>
public sealed class KillTests : StoreCase
{
    private const int Rounds = 15;

    [Fact]
    public async Task What_was_acknowledged_survives_the_kill()
    {
        var mayBe = new Dictionary<Place, List<RowVersion>>();
        var acknowledged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var line in await RunAndKillAsync(RandomNumberGenerator.GetInt32(0, 150)))
            {
                Assert.NotEqual("conflict", line);
                var words = line.Split(' ');
                Assert.True(Place.TryParse(words[1], out var place) & RowVersion.TryParse(words[2], out var version));
                if (words[0] == "ack")
                {
                    acknowledged++;
                    _ = mayBe[place].RemoveAll(v => v != version && mayBe[place].IndexOf(v) < mayBe[place].IndexOf(version));
                }
                else
                {
                    (mayBe.TryGetValue(place, out var known) ? known : mayBe[place] = [new(0)]).Add(version);
                }
            }

            await using var store = Open();
            foreach (var (place, versions) in mayBe)
            {
                var found = store.Find<HotRow>(place);
                Assert.Contains(found?.Version ?? new(0), versions);
                mayBe[place] = [found?.Version ?? new(0)];
            }

            Assert.Empty(store.Damaged);
        }

        Assert.True(acknowledged > Rounds, $"only {acknowledged} rows were acknowledged");
        TestContext.Current.SendDiagnosticMessage("{0} rows acknowledged in {1} rounds", acknowledged, Rounds);
    }

    private async Task<List<string>> RunAndKillAsync(int afterLines)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(KillTests).Assembly.Location])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[KillChild.Variable] = Folder;
        using var child = Process.Start(start)!;
        try
        {
            var lines = new List<string>();
            while (lines.Count <= afterLines)
            {
                lines.Add(await child.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) ?? throw new InvalidOperationException("the child ended"));
            }

            await Task.Delay(afterLines % 5);
            child.Kill();
            var rest = await child.StandardOutput.ReadToEndAsync();
            await child.WaitForExitAsync();
            return [.. lines, .. rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
        finally
        {
            child.Kill();
        }
    }
}
