using System.Buffers.Binary;
using IntakeBot.Core.Conversations;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Pictures;

/// <summary>Pictures of the screens as a phone shows them, for who is to read, translate or approve them.</summary>
public sealed class ScreenPictures
{
    private const byte Japanese = 3;

    /// <summary>No test: <c>./build screens [LANG...]</c> runs it (-explicit only); SCREENS in the environment names the languages.</summary>
    [Fact(Explicit = true)]
    public async Task Write_the_sheets()
    {
        var languages = ShippedQuestionnaire.Value.Languages;
        var tags = (Environment.GetEnvironmentVariable("SCREENS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var unknown = tags.Except(languages.Select(l => l.Tag));
        Assert.True(tags.Length > 0 && !unknown.Any(), $"SCREENS names \"{string.Join(' ', tags)}\"; there are {string.Join(' ', languages.Select(l => l.Tag))}.");
        using var browser = Chromium.Start();
        foreach (var (number, language) in languages.Index().Where(l => tags.Contains(l.Item.Tag)))
        {
            var pictures = await TakeAsync(browser, language.Tag, SeenScreens.Of((byte)number));
            new ContactSheets(Repository.Path("docs", "screens")).Write(language.Tag, pictures, browser);
        }
    }

    [Fact]
    public async Task A_picture_shows_what_was_sent_and_tells_what_had_no_room()
    {
        using var browser = Chromium.Start();
        var shipped = SeenScreens.Of(Japanese).First(s => s.Name == "others");
        var label = string.Concat(Enumerable.Repeat("ながいことば", 8));
        var huge = shipped with { Screen = shipped.Screen with { Text = new('字', 2000), Rows = [[new(label, 0), new("短い", 1)]] } };

        var pictures = await TakeAsync(browser, "ja", [shipped, huge]);

        Assert.Equal([shipped.Screen.Text, huge.Screen.Text], pictures.Select(p => p.Text));
        Assert.All(pictures, p => Assert.Equal((PicturedPhone.Width, PicturedPhone.Height), SizeOf(p.Png)));
        Assert.NotEqual(pictures[0].Png, pictures[1].Png);
        Assert.Equal([[], [label]], pictures.Select(p => p.Cut));
        Assert.Equal([false, true], pictures.Select(p => p.IsTooHigh));
    }

    [Fact]
    public async Task New_sheets_take_the_place_of_the_old_ones_of_their_language_alone()
    {
        using var browser = Chromium.Start();
        using var folder = new TempFolder();
        string[] before = ["demo.png", "ja-1.png", "ja-9.png", "ko-1.png"];
        Array.ForEach(before, name => File.WriteAllText(folder.Of(name), name));
        var pictures = await TakeAsync(browser, "ja", SeenScreens.Of(Japanese).Take(1));

        new ContactSheets(folder.Path).Write("ja", [.. Enumerable.Repeat(pictures[0], 13)], browser);

        Assert.Equal(["README.md", "demo.png", "ja-1.png", "ja-2.png", "ko-1.png"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["demo.png", "ko-1.png"], new[] { "demo.png", "ko-1.png" }.Select(name => File.ReadAllText(folder.Of(name))));
        var (whole, rest) = (SizeOf(File.ReadAllBytes(folder.Of("ja-1.png"))), SizeOf(File.ReadAllBytes(folder.Of("ja-2.png"))));
        Assert.Equal(whole.Width, rest.Width);
        Assert.InRange(whole.Height, 3 * PicturedPhone.Height, 4 * PicturedPhone.Height);
        Assert.InRange(rest.Height, PicturedPhone.Height, 2 * PicturedPhone.Height);
        Assert.Equal(["ja-1.png", "ja-2.png", "ko-1.png"], File.ReadLines(folder.Of("README.md")).Where(l => l.StartsWith('!')).Select(l => l.Split('(', ')')[1]));
    }

    private static async Task<IReadOnlyList<Picture>> TakeAsync(Chromium browser, string language, IEnumerable<SeenScreen> screens)
    {
        var pictures = new List<Picture>();
        await using var phone = await PicturedPhone.StartAsync(browser, language);
        foreach (var screen in screens)
        {
            pictures.Add(await phone.TakeAsync(screen));
        }

        return pictures;
    }

    private static (int Width, int Height) SizeOf(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
