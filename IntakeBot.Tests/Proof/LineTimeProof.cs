using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Phone;
using IntakeBot.Tests.Journeys;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>
/// No test: what somebody learns who sees when a phone sends something, and, on the running server's disk, when a row changes. Neither knows a key. Of each phone
/// the row is guessed whose changes follow its presses best.
/// </summary>
public sealed class LineTimeProof
{
    private const string Name = "time-line";
    private const int LocatorAt = 4;
    private const int LocatorEnd = 20;
    private const int Presses = 10;

    private static readonly int[] Crowds = [1, 4, 16, 64];
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(250);

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task How_many_phones_are_linked_to_their_rows_by_time_alone()
    {
        var figures = new List<Figure>();
        foreach (var people in Crowds)
        {
            var (few, all) = await RunAsync(people);
            figures.Add(new(string.Create(CultureInfo.InvariantCulture, $"phones linked to their row, {people} at once, by {Presses} presses each"), string.Create(CultureInfo.InvariantCulture, $"{all} of {people}")));
            figures.Add(new(string.Create(CultureInfo.InvariantCulture, $"the same, by the first three presses"), string.Create(CultureInfo.InvariantCulture, $"{few} of {people}")));
        }

        await ProofFile.KeepAsync(
            Name,
            "People answer at moments of their own, half a second to three seconds apart. Somebody notes to the millisecond when each phone sends something and when each row on the running server's disk changes, and takes for each phone the row whose changes follow its presses best. There is no goal: it is what stays, and it needs both the line and the disk of the running server. Whoever sees the disk once, or a backup, has no times at all.",
            [.. figures, Figure.Load()]);
    }

    private static async Task<(int ByThree, int ByAll)> RunAsync(int people)
    {
        await using var hotline = await TestHotline.StartAsync(limits: FloodLimits.None);
        var phones = Enumerable.Range(0, people).Select(_ => hotline.World.Join("L")).ToList();
        await Task.WhenAll(phones.Select(async p =>
        {
            _ = p.Start();
            await p.TapAsync(Walks.Gate);
        }));
        using var end = new CancellationTokenSource();
        var changes = Task.Run(() => WatchAsync(hotline.Store, end.Token));
        var pressed = await Task.WhenAll(phones.Select(AnswerAsync));
        await Task.Delay(Most);
        await end.CancelAsync();
        var seen = await changes;
        var rows = phones.Select(p => RowOf(hotline, p, seen.Keys)).ToList();
        int Linked(int first) => Enumerable.Range(0, people).Count(i => Guess(pressed[i][..first], seen) == rows[i]);
        return (Linked(3), Linked(Presses));
    }

    /// <summary>When this phone sent something.</summary>
    private static async Task<List<long>> AnswerAsync(PhonePerson person)
    {
        var times = new List<long>();
        while (times.Count < Presses)
        {
            var before = (await person.SeeAsync("Skip")).Text;
            await Task.Delay(RandomNumberGenerator.GetInt32(500, 3000));
            times.Add(Stopwatch.GetTimestamp());
            _ = person.Press("Skip");
            _ = await person.WaitForScreenAsync(s => s[^1].Text != before, Taps.Patience);
        }

        return times;
    }

    /// <summary>When each row changed, as often as a watcher of the disk can look.</summary>
    private static async Task<ConcurrentDictionary<Place, List<long>>> WatchAsync(SealedStore store, CancellationToken end)
    {
        var seen = new ConcurrentDictionary<Place, List<long>>();
        var versions = new Dictionary<Place, RowVersion>();
        while (!end.IsCancellationRequested)
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var entry in store.Manifest(RowKind.Hot, null, int.MaxValue))
            {
                var times = seen.GetOrAdd(entry.Place, _ => []);
                if (versions.TryGetValue(entry.Place, out var old) && old != entry.Version)
                {
                    times.Add(now);
                }

                versions[entry.Place] = entry.Version;
            }

            await Task.Delay(1, CancellationToken.None);
        }

        return seen;
    }

    private static Place Guess(IReadOnlyList<long> presses, IReadOnlyDictionary<Place, List<long>> seen) => seen
        .MaxBy(row => presses.Sum(press => row.Value.Select(change => Stopwatch.GetElapsedTime(press, change)).Where(t => t >= TimeSpan.Zero && t <= Most).Select(t => 1 - (t / Most / 2)).DefaultIfEmpty(0).Max())).Key;

    /// <summary>The truth, by the key that the guesser has not.</summary>
    private static Place RowOf(TestHotline hotline, PhonePerson person, IEnumerable<Place> places)
    {
        using var server = CompromiseRun.Server();
        var bytes = Base64Url.DecodeFromChars(person.Screen[^1].Buttons.First(b => b.Data is not null).Data!);
        var door = server.DoorOf(Locator.Read(bytes.AsSpan(LocatorAt, LocatorEnd - LocatorAt)));
        return places.Single(place => hotline.Store.Find<HotRow>(place)!.Door == door);
    }
}
