using System.Globalization;
using System.Security.Cryptography;
using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>Many people at once, each on a way of her own. CROWD_SEED in the environment repeats a run, CROWD sets how many they are.</summary>
public sealed class CrowdTests
{
    private const int AtOnce = 48;

    private static readonly int People = Number("CROWD") ?? 500;

    [Fact]
    public async Task What_staff_open_of_five_hundred_people_is_what_each_last_pressed_and_no_more()
    {
        var seed = Number("CROWD_SEED") ?? RandomNumberGenerator.GetInt32(int.MaxValue);

        // Thousands of phones in this process press faster than all of a bot's people together may.
        await using var hotline = await TestHotline.StartAsync(
            limits: new() { PressesPerSecond = 0, AllPressesPerSecond = 0, AllTextsPerSecond = 0, AllStartsPerSecond = 0, AllConsentsPerSecond = 0 });
        var crowd = Enumerable.Range(0, People).Select(i => new Wanderer(ShippedQuestionnaire.Value, hotline.World, new PCG((uint)i, (ulong)seed))).ToList();

        await Parallel.ForEachAsync(crowd, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (her, _) =>
        {
            try
            {
                await her.WalkAsync();
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"CROWD_SEED={seed}, person {crowd.IndexOf(her)}, who saw {her}: {failure.Message}", failure);
            }
        });

        var opened = hotline.OpenAll().Select(Assert.IsType<Opening.Opened>).Zip(hotline.AllAnswers(), (o, answers) => $"{LanguageOf(o)} {string.Join(' ', answers.Select(a => $"{a.Key}={a.Value}"))}").ToList();
        var kept = crowd.Select(her => her.Kept).OfType<string>().ToList();
        Assert.True(kept.Order().SequenceEqual(opened.Order()), $"CROWD_SEED={seed}: {kept.Count} kept, {opened.Count} opened.\nnot opened:\n{Lines(Without(kept, opened))}\nnot pressed:\n{Lines(Without(opened, kept))}");
        Assert.InRange(kept.Count, People / 2, People - 1);
        Assert.All(crowd, her => Assert.False(Assert.Single(her.Person.Screen).FromPerson));
        Assert.Equal(0, hotline.Health.Quarantined);
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string LanguageOf(Opening.Opened opened) => ShippedQuestionnaire.Value.Languages[Heading.Decode(opened.Slots[Slot.Heading])!.Language].Tag;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>Each as often as the other has it fewer times.</summary>
    private static List<string> Without(IEnumerable<string> all, IReadOnlyCollection<string> others)
    {
        var rest = others.ToList();
        return [.. all.Where(one => !rest.Remove(one))];
    }
}
