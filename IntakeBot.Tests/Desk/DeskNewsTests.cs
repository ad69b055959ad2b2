using System.Globalization;
using System.Text.Json;

namespace IntakeBot.Tests.Desk;

/// <summary>What a desk that nobody looks at says aloud when somebody in danger writes: that there is something new, and no more.</summary>
[Collection(DeskBrowsers.Name)]
public sealed class DeskNewsTests(DeskRigs rigs)
{
    /// <summary>Runs before each page's own script: what that tells goes on to the browser, and is noted.</summary>
    private const string Ears =
        """
        const note = what => sessionStorage.setItem("heard", JSON.stringify([...JSON.parse(sessionStorage.getItem("heard") ?? "[]"), what]));
        window.Notification = class extends Notification {
          constructor(title, options) { super(title, options); note({ kind: "note", said: [this.title, this.body, ...Object.values(options)] }); }
        };
        window.AudioContext = class extends AudioContext {
          constructor() { super(); setTimeout(() => note({ kind: "sound", said: [this.state] }), 300); }
        };
        """;

    /// <summary>Title, text and tag.</summary>
    private const string Told = "IntakeBot desk, Something new, Something new, news";

    private const string Pulse = "const done = arguments[0]; fetch(document.body.dataset.base + '/pulse').then(a => a.text()).then(done)";

    [Fact]
    public async Task A_new_U1_sounds_and_is_notified_without_a_word_of_it()
    {
        var rig = await rigs.RigAsync();
        var browser = rig.First.Browser;
        browser.To("/watch");
        Assert.Equal("default", browser.Page.ExecuteScript("return Notification.permission"));
        _ = browser.See("#notify");
        browser.To("/settings");
        _ = browser.See("#notify");
        _ = browser.Chromium.Page.ExecuteCdpCommand("Browser.grantPermissions", new() { ["origin"] = browser.Page.Url, ["permissions"] = new[] { "notifications" } });
        var ears = browser.Chromium.Page.ExecuteCdpCommand("Page.addScriptToEvaluateOnNewDocument", new() { ["source"] = Ears });
        try
        {
            browser.To("/settings");
            Assert.True(browser.Page.ExecuteScript("return document.getElementById('notify').hidden") is true, "Who has said yes is not asked again.");
            browser.To("/queue");
            Assert.Empty(Heard());
            browser.Send("j");

            _ = await rig.ComeAsync();
            HearMoreThan(0);

            // The next one comes in the moment in which the page is drawn anew: nothing of that page is left to tell it.
            browser.Hold();
            var (news, told) = (News(), Heard().Count);
            _ = await rig.ComeAsync();
            browser.Chromium.Until("the desk to know her", () => News() > news);
            Assert.Equal(told, Heard().Count);
            _ = browser.Page.ExecuteScript("location.reload()");
            HearMoreThan(told / 2);
        }
        finally
        {
            _ = browser.Chromium.Page.ExecuteCdpCommand("Page.removeScriptToEvaluateOnNewDocument", (Dictionary<string, object?>)ears!);
        }

        void HearMoreThan(int times)
        {
            browser.Chromium.Until("a notification and a sound", () => Heard().CountBy(h => h.Kind).Count(k => k.Value > times) == 2);
            Assert.Equal([("note", Told), ("sound", "running")], Heard().Distinct().Order());
        }

        int News() => int.Parse(((string)browser.Page.ExecuteAsyncScript(Pulse)!).Split('.')[2], CultureInfo.InvariantCulture);

        List<(string Kind, string Said)> Heard() =>
            [.. JsonDocument.Parse((string)browser.Page.ExecuteScript("return sessionStorage.getItem('heard') ?? '[]'")!).RootElement.EnumerateArray()
                .Select(h => (h.GetProperty("kind").GetString()!, string.Join(", ", h.GetProperty("said").EnumerateArray().Select(s => s.GetString()))))];
    }
}
