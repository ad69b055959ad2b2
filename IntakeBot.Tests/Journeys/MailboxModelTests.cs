using System.Globalization;
using System.Security.Cryptography;
using CsCheck;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>
/// People who come back and do what they like, while staff answer and the server restarts, against a model that knows no program. MAILBOX_SEED
/// in the environment repeats a run, MAILBOX sets how many people there are.
/// </summary>
public sealed class MailboxModelTests
{
    private const int Acts = 60;

    private static readonly int People = Number("MAILBOX") ?? 60;

    [Fact]
    public async Task Whatever_she_does_in_her_mailbox_screens_and_rows_are_those_of_the_model()
    {
        var seed = Number("MAILBOX_SEED") ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        using var folder = new TempFolder();
        using var key = new ServerKey(new byte[ServerKey.Size]);
        using var staff = EpochSecret.Draw();
        await using var store = SealedStore.Open(folder.Path, TimeProvider.System);
        await using var codes = TinyCodes.Lane(key, store);
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var seen = new HashSet<string>();
        for (var person = 1; person <= People; person++)
        {
            var her = new Visitor(store, codes, key, staff, time, person, new PCG((uint)person, (ulong)seed), seen);
            try
            {
                await her.BeginAsync();
                for (var act = 0; act < Acts; act++)
                {
                    await her.ActAsync();
                }

                her.Compare();
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"MAILBOX_SEED={seed}, person {person}, who did {her}: {failure.Message}", failure);
            }
        }

        // All of it was met by somebody.
        Assert.Equal([], new[] { "read", "answered", "told more", "renewed", "erased", "restarted", "idle", "hidden", "twice", "wrong", "pushed out", "changed meanwhile" }.Except(seen));
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
