using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Desk;

/// <summary>What somebody learns who takes the computer after the desk was locked and the browser closed. At a hotline of its own, beside the other tests.</summary>
public sealed class DeskTraceTests
{
    private const string Note = "我不敢出门";
    private const string Marker = "月亮照在窗前";

    [Fact]
    public async Task Neither_the_desk_s_folder_nor_the_browser_keeps_a_word_of_a_case()
    {
        Chromium.SkipWithout();
        await using var rig = await DeskRig.StartAsync(seats: 1);
        var seat = rig.First;
        var browser = seat.Browser;
        browser.To("/queue?language=zh");
        var name = browser.Rows().First(r =>
        {
            seat.Read(r);
            return browser.Page.PageSource.Contains(Note, StringComparison.Ordinal);
        });
        var place = browser.See("article > p.quiet").Text;
        string[] said = [.. browser.Page.FindElements(OpenQA.Selenium.By.CssSelector(".answers tbody tr")).Select(r => r.Text).SelectMany(t => t.Split('\n'))];
        var text = seat.Compose(name, Marker);
        seat.Decide("edit");
        browser.Page.Navigate().Back();
        Assert.Equal(text, seat.Compose(name, Marker));
        seat.Decide("send");
        browser.Read("It waits for a second member");
        seat.Read(name);
        browser.Click("#lock");
        browser.Read("Unlock the desk");
        browser.Chromium.Close();

        var profile = Files(browser.Chromium.Profile);
        var folder = Files(seat.Folder);
        Assert.Contains(profile, f => f.Name.EndsWith("/Default/History", StringComparison.Ordinal) && Shapes.HoldPlain(f.Bytes, "127.0.0.1"));
        Assert.Contains(folder, f => f.Name.EndsWith("/rows.cache", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Length > 12);
        Assert.Empty(Holding([.. profile, .. folder], [Note, Marker, text]));
        Assert.Empty(Holding([.. profile, .. folder.Where(f => !f.Name.StartsWith(Path.Combine(seat.Folder, "config"), StringComparison.Ordinal))], said.Where(s => s.Length > 12)));
        Assert.Empty(Holding(profile, [place, rig.Hotline.Keys.Passphrase]));
    }

    private static List<(string Name, byte[] Bytes)> Files(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(f => f.LinkTarget is null).Select(f => (f.FullName, File.ReadAllBytes(f.FullName))),
    ];

    private static IEnumerable<string> Holding(IEnumerable<(string Name, byte[] Bytes)> files, IEnumerable<string> words) =>
        files.SelectMany(f => words.Where(w => Shapes.HoldPlain(f.Bytes, w)).Select(w => $"{f.Name}: {w}"));
}
