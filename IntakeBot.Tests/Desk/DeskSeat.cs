using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Desk;

/// <summary>A staff member's desk, her browser before it, and her line to the server, which is tapped and can be cut.</summary>
internal sealed class DeskSeat : IAsyncDisposable
{
    private readonly Uri _exchange;
    private readonly string _passphrase;

    private DeskSeat(DemoHotline hotline, Throwaway keys, int member)
    {
        _exchange = RosterFolder.Read(hotline.Keys.ConfigFolder, hotline.Keys.DataFolder, Day.Today(TimeProvider.System)).Roster!.ExchangeAddress;
        _passphrase = keys.Passphrase;
        Folder = Path.Combine(hotline.Folder, keys.Members[member].Pseudonym);
        Line = new(_exchange, isSocks: true);
    }

    public string Folder { get; }

    public Wiretap Line { get; private set; }

    public DeskServer Desk { get; private set; } = null!;

    public DeskBrowser Browser { get; private set; } = null!;

    /// <summary>The line is the desk's proxy: the server's address is signed, and stays as it is.</summary>
    public static async Task<DeskSeat> TakeAsync(DemoHotline hotline, int member)
    {
        var seat = await TakeAsync(hotline, hotline.Keys, member, "/queue");
        seat.Browser.Chromium.Until("every seeded case", () => seat.Browser.Rows().Count >= Seeded(hotline.Keys.Members[member].Desk));
        return seat;
    }

    /// <summary>The same of a member who came later, at a hotline without seeds; <paramref name="home"/> is the page that unlocking leads her to.</summary>
    public static async Task<DeskSeat> TakeAsync(DemoHotline hotline, Throwaway keys, int member, string home)
    {
        var seat = new DeskSeat(hotline, keys, member);
        keys.CopyTo(seat.Folder, member);
        await File.WriteAllTextAsync(Path.Combine(seat.Folder, "desk.json"), $$"""{ "Proxy": "socks5://127.0.0.1:{{seat.Line.Address.Port}}" }""");
        await seat.StartAsync();
        seat.Browser = DeskBrowser.Open(seat.Desk, seat._passphrase, home);
        return seat;
    }

    /// <summary>With fewer, one that comes late would be taken for somebody new.</summary>
    private static int Seeded(string desk) => DemoPeople.All.Count(p => p.Form == (desk == "hotline" ? 0 : 1));

    public void Unlock() => Browser.Unlock(_passphrase);

    /// <summary>Ends the desk's program and starts it again, as after a night.</summary>
    public async Task RestartAsync()
    {
        await Desk.DisposeAsync();
        await StartAsync();
        Browser.Enter(Desk, _passphrase);
    }

    /// <summary>Nobody listens until <see cref="Mend"/>.</summary>
    public async Task CutAsync() => await Line.DisposeAsync();

    public void Mend() => Line = new(_exchange, Line.Address.Port, isSocks: true);

    public void Read(string name) => Browser.To($"/case/{name}");

    /// <summary>As <see cref="Read"/>, until her mailbox is here too, which comes in a later round.</summary>
    public void ReadAnswerable(string name)
    {
        Read(name);
        Browser.ReloadUntil("Write a reply");
    }

    /// <summary>Reads the first that can be answered, of that one and all in the queue; gives its name.</summary>
    public string ReadAnyAnswerable(string name)
    {
        string[] names = [name, .. Browser.Rows()];
        return names.First(n =>
        {
            Read(n);
            return Browser.Page.FindElements(OpenQA.Selenium.By.Id("reply")).Count > 0;
        });
    }

    /// <summary>A template's text and <paramref name="more"/>, up to the preview; gives the text.</summary>
    public string Compose(string name, string more)
    {
        Browser.To($"/case/{name}/reply");
        Browser.Click(".template button");
        Browser.Type("#text", more);
        var text = Browser.See("#text").GetDomProperty("value")!;
        Browser.Click("button[value=preview]");
        return text;
    }

    /// <summary>Presses the button below a text, after ticking that it is right where that is asked.</summary>
    public void Decide(string act)
    {
        Browser.Tick("despite");
        Browser.Click($"button[value={act}]");
    }

    public async ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        await Desk.DisposeAsync();
        await Line.DisposeAsync();
    }

    private async Task StartAsync() => Desk = await DeskServer.StartAsync(new() { Folder = Folder, IsDrill = true, Period = TimeSpan.FromSeconds(0.5) }, default);
}
