using System.Reflection;
using System.Text.RegularExpressions;
using IntakeBot.Cli;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;
using LiteDB;

namespace IntakeBot.Tests.Journeys;

/// <summary>What is listed as stored is what is found on the disk, no more and no less.</summary>
public sealed class StoredThingsTests
{
    private static readonly string[] Places = [.. Names(StoredIn.File)];

    [Fact]
    public async Task All_that_the_real_server_leaves_on_the_disk_is_listed_and_all_that_is_listed_is_there()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        await LiveAsync(hotline);
        await hotline.Server.KillAsync();

        var files = FilesOf(hotline.Keys.DataFolder);
        Assert.All(files, f => Assert.Contains(Places, place => Fits(place, f)));
        Assert.All(
            StoredThings.All.Where(t => t is { In: StoredIn.File, IsPassing: false }),
            t => Assert.Contains(files, f => Fits(t.Name, f)));
        Assert.Empty(FieldsOf(hotline.Keys.DataFolder).Except(Names(StoredIn.Database)));
    }

    [Fact]
    public async Task What_is_kept_in_the_database_is_listed_and_all_that_is_listed_is_kept_there()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync([.. Walks.Gate, "Today"]);
        await person.SeeAsync("Go on");
        var today = Day.Today(TimeProvider.System);
        Assert.Equal(1, await hotline.Store.CloseDoorsAsync(after: null, today, Format.DaysKept));
        Assert.Equal(2, await hotline.Store.EndByAsync(today.Plus(7)));
        Assert.Equal(1, await hotline.Store.VacateAsync([1], default));
        Assert.True(await hotline.Store.CommitAsync(new Change().Put(Mailbox.Locked(today), null).Put(Tombstone.Of(Place.Random(), today), null)
            .Put(new EventRow { Place = Place.Random(), Version = RowVersion.Random(), Expires = today, Box = new byte[Format.EventBoxSize] }, null)));
        await hotline.StopServerAsync();

        Assert.All(FilesOf(hotline.DataFolder), f => Assert.Contains(Places, place => Fits(place, f)));
        Assert.Equal(Names(StoredIn.Database).Order(StringComparer.Ordinal), FieldsOf(hotline.DataFolder));
    }

    [Fact]
    public void Every_property_of_a_row_is_listed_and_nothing_else() => Assert.Equal(
        typeof(SealedRow).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(SealedRow)) || t == typeof(KeptReply)).SelectMany(PropertiesOf).Distinct().Order(StringComparer.Ordinal),
        Names(StoredIn.Row).Order(StringComparer.Ordinal));

    [Fact]
    public void The_threat_model_has_them_all() => Assert.Equal(
        StoredThings.All.Select(t => $"| {Words(t.In)} | `{t.Name}` | {Words(t.Kept)} | {t.What}{(t.IsPassing ? "; there for a moment" : "")} |"),
        File.ReadLines(Repository.Path("docs", "threat-model.md"))
            .SkipWhile(line => line != "## What the server keeps")
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith('|')));

    [Fact]
    public void Nothing_is_listed_twice() => Assert.Distinct(StoredThings.All.Select(t => (t.In, t.Name)));

    /// <summary>One is done, one erased everything, one hides, one began and stopped; in between the server dies.</summary>
    private static async Task LiveAsync(DemoHotline hotline)
    {
        var people = Enumerable.Range(0, 4).Select(i => hotline.Phone.World.Join($"Test {i}")).ToList();
        foreach (var person in people)
        {
            person.Start();
            await person.TapAsync([.. Walks.Gate, "Not now", "Me and my child"]);
            await person.SeeAsync("How old");
        }

        await hotline.Server.RestartAsync(default);
        await people[0].SkipTheRestAsync();
        await people[0].SeeAsync("Your answers are with us");
        await people[1].TapAsync("Erase");
        await people[1].TapAsync("Erase everything");
        await people[1].SeeAsync("is erased");
        await people[2].TapAsync("Hide");
        await people[2].SeeAsync("1 kg");
        await people[3].TapAsync("18 or more");
        await people[3].SeeAsync("going to have a baby");
    }

    /// <summary>NothingOfHers: nothing of hers.</summary>
    private static string Words(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    private static IEnumerable<string> Names(StoredIn where) => StoredThings.All.Where(t => t.In == where).Select(t => t.Name);

    /// <summary>By the type that declares them first.</summary>
    private static IEnumerable<string> PropertiesOf(Type row) => row
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(p => p.GetMethod is { IsPrivate: false } get && get.GetBaseDefinition() is { IsFamilyAndAssembly: false })
        .Select(p => $"{p.GetMethod!.GetBaseDefinition().DeclaringType!.Name}.{p.Name}");

    private static IReadOnlyList<string> FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/')),
    ];

    /// <summary>Words in capitals stand for a part of a name.</summary>
    private static bool Fits(string place, string file) =>
        Regex.IsMatch(file, $"^{Regex.Replace(Regex.Escape(place), "[A-Z]+", "[^/]+")}$", RegexOptions.CultureInvariant);

    /// <summary>Every field of every document of every collection, also of an index.</summary>
    private static IEnumerable<string> FieldsOf(string folder)
    {
        using var copy = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(folder, "intakes*.db"))
        {
            File.Copy(file, copy.Of(Path.GetFileName(file)));
        }

        using var database = new LiteDatabase(new ConnectionString { Filename = copy.Of("intakes.db"), Collation = Collation.Binary });
        var documents = database.GetCollectionNames().SelectMany(name => database.GetCollection(name).FindAll().SelectMany(d => Fields(name, d)));
        var indexes = database.GetCollection("$indexes").FindAll().Select(i => $"{i["collection"].AsString}.{i["expression"].AsString[2..]}");
        return [.. documents.Concat(indexes).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Fields(string prefix, BsonDocument document) => document.SelectMany(
        field => field.Value is BsonDocument inner ? Fields($"{prefix}.{field.Key}", inner) : [$"{prefix}.{field.Key}"]);
}
