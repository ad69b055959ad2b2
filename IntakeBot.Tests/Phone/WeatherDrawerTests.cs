using IntakeBot.Phone;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace IntakeBot.Tests.Phone;

/// <summary>The drawer of weather in a real browser. SHOTS=folder in the environment keeps pictures of it, to be looked at.</summary>
public sealed class WeatherDrawerTests : IDisposable
{
    private const string Browser = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("intakebot-browser-");

    [Fact]
    public async Task Weather_is_switched_on_and_made_in_the_drawer_at_every_width()
    {
        Assert.SkipUnless(
            File.Exists(Browser) && File.Exists(Driver),
            "Needs a browser: apt-get install chromium chromium-driver fonts-noto-cjk");
        await using var server = await PhoneServer.StartAsync(new PhoneOptions { Token = PhoneRig.Token, BotName = "희망" }, default);
        await using var bot = new EchoBot(server.Address);
        var person = server.World.Join("민지");
        _ = person.Start();
        server.RestartServer = _ => Task.CompletedTask;
        using var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
        using var page = new ChromeDriver(service, Options());
        Size(390, 844, mobile: true);
        page.Navigate().GoToUrl(server.Address);

        Tap("weather");
        Tap("weather-429-storm");
        Tap("weather-too-old");
        Until("the switches", () => server.World.Weather.On.Order().SequenceEqual(["429-storm", "too-old"]) && One("weather-count").Text == "2");
        Until("a switch that shows it", () => One("weather-429-storm").GetAttribute("aria-checked") == "true");
        Assert.Equal(390L, page.ExecuteScript("return document.documentElement.scrollWidth"));
        Shot("weather-390");
        page.ExecuteScript("document.getElementById('drawer').scrollTop = 9999");
        Shot("weather-390-end");
        Tap("weather-block");
        Until("the block", () => person.HasBlocked);

        Size(1280, 900, mobile: false);
        Shot("weather-1280");
        Assert.True((bool)page.ExecuteScript("const p = document.getElementById('phone').getBoundingClientRect(), d = document.getElementById('drawer').getBoundingClientRect(); return p.right <= d.left")!);
        Tap("weather-calm");
        Until("the calm", () => server.World.Weather.On.Count == 0 && !One("weather-count").Displayed);
        page.FindElement(By.TagName("body")).SendKeys(Keys.Escape);
        Until("a closed drawer", () => !One("weather-drawer").Displayed);
        Shot("weather-1280-closed");
        Assert.Empty(page.Manage().Logs.GetLog(LogType.Browser).Select(l => l.Message));

        IWebElement One(string id) => page.FindElement(By.CssSelector($"[data-testid='{id}']"));

        void Tap(string id)
        {
            Until($"a tap on {id}", () => One(id) is { Displayed: true, Enabled: true });
            page.ExecuteScript("arguments[0].scrollIntoView({ block: 'center' })", One(id));
            One(id).Click();
        }

        void Size(int width, int height, bool mobile) => page.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width,
            ["height"] = height,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = mobile,
        });

        void Shot(string name)
        {
            if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            {
                page.GetScreenshot().SaveAsFile(Path.Combine(folder, name + ".png"));
            }
        }

        void Until(string what, Func<bool> holds)
        {
            var wait = new WebDriverWait(page, PhoneRig.Patience) { Message = what, PollingInterval = TimeSpan.FromMilliseconds(20) };
            wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException), typeof(NoSuchElementException), typeof(ElementClickInterceptedException));
            _ = wait.Until(_ => holds());
        }
    }

    public void Dispose() => _profile.Delete(recursive: true);

    private ChromeOptions Options()
    {
        var options = new ChromeOptions { BinaryLocation = Browser };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--window-size=1300,1000", "--force-prefers-reduced-motion",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={_profile.FullName}");
        options.SetLoggingPreference(LogType.Browser, LogLevel.Warning);
        return options;
    }
}
