using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Phone;

/// <summary>The page in a real browser, at the width of a phone.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task Two_people_tap_through_a_conversation_each_on_their_own_phone()
    {
        using var browser = Chromium.Start();
        var page = browser.Page;
        var options = new PhoneOptions { Token = PhoneRig.Token, BotName = "희망" };
        await using var server = await PhoneServer.StartAsync(options, default);
        await using var bot = new EchoBot(server.Address);
        browser.Resize(390, 844);
        page.Navigate().GoToUrl(server.Address);

        Tap("add-first");
        Join("민지");
        Tap("start");
        browser.Until("the bot's screen", () => Texts() is ["들었습니다: /start"]);
        Button("예, 혼자입니다").Click();
        browser.Until("the edited screen", () => Texts() is ["눌렀습니다: data-예, 혼자입니다"]);
        browser.Until("the answer", () => One("toast").Text == "저장되었습니다" && page.FindElements(By.CssSelector(".waiting")).Count == 0);

        Tap("add-person");
        Join("李华");
        Tap("start");
        browser.Until("the second phone", () => Texts() is ["들었습니다: /start"]);
        One("message-input").SendKeys("도와주세요" + Keys.Enter);
        browser.Until("what was typed", () => Texts() is ["들었습니다: /start", "들었습니다: 도와주세요"]);

        page.FindElements(By.CssSelector("[data-testid=person]"))[0].Click();
        browser.Until("the first phone again", () => Texts() is ["눌렀습니다: data-예, 혼자입니다"]);
        Tap("attach");
        Tap("attach-photo");
        browser.Until("the photo", () => Texts() is [_, "들었습니다:"]);
        Tap("menu");
        Tap("delete-chat");
        browser.Until("an empty chat", () => Texts() is [] && One("start").Displayed);
        Assert.Empty(server.World.People[0].Screen);
        Assert.Equal(2, server.World.People[1].Screen.Count);
        Assert.Equal(390L, page.ExecuteScript("return document.documentElement.scrollWidth"));
        Assert.Empty(page.Manage().Logs.GetLog(LogType.Browser).Select(l => l.Message));

        IWebElement One(string id) => page.FindElement(By.CssSelector($"[data-testid={id}]"));

        void Tap(string id)
        {
            browser.Until($"a tap on {id}", () => One(id) is { Displayed: true, Enabled: true });
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
    }
}
