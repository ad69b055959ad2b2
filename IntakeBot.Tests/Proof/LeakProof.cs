using System.Globalization;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>
/// The long form of <see cref="LeakTests"/>: as many people as come in its time, and then the memory of the process, a minute after the last of them. What
/// is found in memory is counted and told; it has no goal.
/// </summary>
public sealed class LeakProof
{
    private const string Name = "leak";
    private const int People = 100_000;
    private const int AtOnce = 64;

    private static readonly TimeSpan Time = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("LEAK_MINUTES") ?? "120", CultureInfo.InvariantCulture));
    private static readonly TimeSpan AfterLoad = TimeSpan.FromSeconds(60);

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task Nothing_of_a_hundred_thousand_people_stands_in_anything_that_the_server_writes()
    {
        await using var hotline = await LeakHotline.StartAsync();
        var came = await hotline.ComeAsync(People, AtOnce, Time);
        await Task.Delay(AfterLoad);
        await hotline.CollectAsync();
        // Last of all: what gcore touches is resident from then on, and the server answers late.
        using var memory = new TempFolder();
        var image = await MemoryAsync(hotline.Server.Id, memory.Of("memory"));
        await hotline.KillAsync();
        var index = hotline.Needles.Close();

        List<Figure> figures =
        [
            new("conversations", Number(came), $"{Number(People)}", came == People),
            new("of them opened with a staff key, for their seeds and slot keys", Number(hotline.Opened)),
            new("needles: " + string.Join(", ", Enum.GetValues<LeakKind>().Select(k => $"{LeakWords.Of(k)} {Number(index.Of(k))}")), Number(index.Count)),
        ];
        foreach (var place in Enum.GetValues<LeakPlace>())
        {
            var search = hotline.Search(place, index);
            var found = search.ByKind().Where(f => place != LeakPlace.Questions || f.Key is not (LeakKind.OptionId or LeakKind.Label)).Sum(f => f.Value);
            figures.Add(new($"found in the {search.Bytes / 1e6:0.0} MB of {LeakWords.Of(place)}", Number(found), "0", found == 0));
        }

        figures.AddRange(await MemoryFiguresAsync(image, index));
        await ProofFile.KeepAsync(
            Name,
            "People come, answer, hide, erase, type and end on the real server; then every byte that it has written is searched for their names, ids, words and codes, the buttons' data, L, k, seeds, slot keys, ids and labels of options and the bot's token, in UTF-8, UTF-16, base64 and hexadecimal and these in one another. A memory image by gcore, a minute after the last press, is counted too.",
            figures);
    }

    /// <summary>Null where the machine has no gcore, or does not let it.</summary>
    private static async Task<string?> MemoryAsync(int process, string file) =>
        Tool.IsThere("gcore") && (await Tool.TryAsync("gcore", "-o", file, $"{process}")).Code == 0 ? $"{file}.{process}" : null;

    private static async Task<List<Figure>> MemoryFiguresAsync(string? image, LeakIndex index)
    {
        if (image is null)
        {
            return [new("memory image by gcore", "could not be made")];
        }

        await using var stream = File.OpenRead(image);
        var search = new LeakSearch(index).Look(stream);
        var found = search.ByKind();
        return
        [
            new("memory image by gcore, a minute after load", $"{search.Bytes / 1e6:0} MB"),
            .. Enum.GetValues<LeakKind>().Select(kind => new Figure($"in memory: {LeakWords.Of(kind)}", $"{Number(found.GetValueOrDefault(kind))} of {Number(index.Of(kind))}")),
        ];
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
