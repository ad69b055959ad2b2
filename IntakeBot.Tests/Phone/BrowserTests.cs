using IntakeBot.Phone;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace IntakeBot.Tests.Phone;

/// <summary>The page in a real browser, at the width of a phone.</summary>
public sealed class BrowserTests : IDisposable
{
    private const string Browser = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("intakebot-browser-");

    [Fact]
    public async Task Two_people_tap_through_a_conversation_each_on_their_own_phone()
    {
        Assert.SkipUnless(
            File.Exists(Browser) && File.Exists(Driver), "Needs a browser: apt-get install chromium chromium-driver fonts-noto-cjk");
        await using var server = await PhoneServer.StartAsync(new PhoneOptions { Token = PhoneRig.Token, BotName = "희망" }, default);
        await using var bot = new EchoBot(server.Address);
        using var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
        using var page = new ChromeDriver(service, Options());
        _ = page.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = 390,
            ["height"] = 844,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = true,
        });
        page.Navigate().GoToUrl(server.Address);

        Tap("add-first");
        Join("민지");
        Tap("start");
        Until("the bot's screen", () => Texts() is ["들었습니다: /start"]);
        Button("예, 혼자입니다").Click();
        Until("the edited screen", () => Texts() is ["눌렀습니다: data-예, 혼자입니다"]);
        Until("the answer", () => One("toast").Text == "저장되었습니다" && page.FindElements(By.CssSelector(".waiting")).Count == 0);

        Tap("add-person");
        Join("李华");
        Tap("start");
        Until("the second phone", () => Texts() is ["들었습니다: /start"]);
        One("message-input").SendKeys("도와주세요" + Keys.Enter);
        Until("what was typed", () => Texts() is ["들었습니다: /start", "들었습니다: 도와주세요"]);

        page.FindElements(By.CssSelector("[data-testid=person]"))[0].Click();
        Until("the first phone again", () => Texts() is ["눌렀습니다: data-예, 혼자입니다"]);
        Tap("attach");
        Tap("attach-photo");
        Until("the photo", () => Texts() is [_, "들었습니다:"]);
        Tap("menu");
        Tap("delete-chat");
        Until("an empty chat", () => Texts() is [] && One("start").Displayed);
        Assert.Empty(server.World.People[0].Screen);
        Assert.Equal(2, server.World.People[1].Screen.Count);
        Assert.Equal(390L, page.ExecuteScript("return document.documentElement.scrollWidth"));
        Assert.Empty(page.Manage().Logs.GetLog(LogType.Browser).Select(l => l.Message));

        IWebElement One(string id) => page.FindElement(By.CssSelector($"[data-testid={id}]"));

        void Tap(string id)
        {
            Until($"a tap on {id}", () => One(id) is { Displayed: true, Enabled: true });
            One(id).Click();
        }

        void Join(string name)
        {
            One("join-name").SendKeys(name);
            Tap("join-ok");
        }

        IWebElement Button(string label) =>
            page.FindElements(By.CssSelector("[data-testid=inline-button]")).Single(b => b.Text == label);

        List<string> Texts() => [.. page.FindElements(By.CssSelector("[data-testid=message] .text")).Select(e => e.Text)];

        void Until(string what, Func<bool> holds)
        {
            var wait = new WebDriverWait(page, PhoneRig.Patience) { Message = what, PollingInterval = TimeSpan.FromMilliseconds(20) };
            wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException), typeof(NoSuchElementException));
            _ = wait.Until(_ => holds());
        }
    }

    public void Dispose() => _profile.Delete(recursive: true);

    private ChromeOptions Options()
    {
        var options = new ChromeOptions { BinaryLocation = Browser };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--user-data-dir={_profile.FullName}");
        options.SetLoggingPreference(LogType.Browser, LogLevel.Warning);
        return options;
    }
}
