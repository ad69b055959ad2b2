using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Phone;

/// <summary>The drawer of weather in a real browser. SHOTS=folder in the environment keeps pictures of it, to be looked at.</summary>
public sealed class WeatherDrawerTests
{
    [Fact]
    public async Task Weather_is_switched_on_and_made_in_the_drawer_at_every_width()
    {
        using var browser = Chromium.Start();
        var page = browser.Page;
        await using var server = await PhoneServer.StartAsync(new PhoneOptions { Token = PhoneRig.Token, BotName = "희망" }, default);
        await using var bot = new EchoBot(server.Address);
        var person = server.World.Join("민지");
        _ = person.Start();
        server.RestartServer = _ => Task.CompletedTask;
        browser.Resize(390, 844);
        page.Navigate().GoToUrl(server.Address);

        Tap("weather");
        Tap("weather-429-storm");
        Tap("weather-too-old");
        browser.Until("the switches", () => server.World.Weather.On.Order().SequenceEqual(["429-storm", "too-old"]) && One("weather-count").Text == "2");
        browser.Until("a switch that shows it", () => One("weather-429-storm").GetAttribute("aria-checked") == "true");
        Assert.Equal(390L, page.ExecuteScript("return document.documentElement.scrollWidth"));
        Shot("weather-390");
        page.ExecuteScript("document.getElementById('drawer').scrollTop = 9999");
        Shot("weather-390-end");
        Tap("weather-block");
        browser.Until("the block", () => person.HasBlocked);

        browser.Resize(1280, 900, mobile: false);
        Shot("weather-1280");
        Assert.True((bool)page.ExecuteScript("const p = document.getElementById('phone').getBoundingClientRect(), d = document.getElementById('drawer').getBoundingClientRect(); return p.right <= d.left")!);
        Tap("weather-calm");
        browser.Until("the calm", () => server.World.Weather.On.Count == 0 && !One("weather-count").Displayed);
        page.FindElement(By.TagName("body")).SendKeys(Keys.Escape);
        browser.Until("a closed drawer", () => !One("weather-drawer").Displayed);
        Shot("weather-1280-closed");
        Assert.Empty(page.Manage().Logs.GetLog(LogType.Browser).Select(l => l.Message));

        IWebElement One(string id) => page.FindElement(By.CssSelector($"[data-testid='{id}']"));

        void Tap(string id)
        {
            browser.Until($"a tap on {id}", () => One(id) is { Displayed: true, Enabled: true });
            page.ExecuteScript("arguments[0].scrollIntoView({ block: 'center' })", One(id));
            One(id).Click();
        }

        void Shot(string name)
        {
            if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            {
                page.GetScreenshot().SaveAsFile(Path.Combine(folder, name + ".png"));
            }
        }
    }
}
