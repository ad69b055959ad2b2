using IntakeBot.Core.Conversations;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using OpenQA.Selenium;
using Telegram.Bot;
using Telegram.Bot.Types.ReplyMarkups;

namespace IntakeBot.Tests.Pictures;

/// <summary>A phone in the browser, to which a bot sends one screen after the other over the Bot API, and the camera before it.</summary>
internal sealed class PicturedPhone : IAsyncDisposable
{
    public const int Width = 390;

    /// <summary>A small phone's: what is higher has to be scrolled there.</summary>
    public const int Height = 640;

    /// <summary>The row of people, which stands above the phone on its page and is no part of it.</summary>
    private const int Above = 54;

    /// <summary>Always the same, so that the same screens give the same pictures.</summary>
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 9, 41, 0, TimeSpan.Zero);

    /// <summary>Behind the chat one colour instead of several: the sheets need half the room.</summary>
    private const string PlainPaper = "for (const paper of ['--paper-b', '--paper-c']) document.documentElement.style.setProperty(paper, 'var(--paper-a)')";

    private readonly Chromium _browser;
    private readonly PhoneServer _server;
    private readonly PhonePerson _person;
    private readonly TelegramBotClient _bot;
    private int _shown;

    private PicturedPhone(Chromium browser, PhoneServer server, string language)
    {
        _browser = browser;
        _server = server;
        _person = server.World.Join("Person", languageCode: language);
        _bot = new(new TelegramBotClientOptions(new PhoneOptions().Token, server.Address.ToString()));
    }

    public static async Task<PicturedPhone> StartAsync(Chromium browser, string language)
    {
        var server = await PhoneServer.StartAsync(new() { TimeProvider = new FakeTimeProvider(Then) }, default);
        var phone = new PicturedPhone(browser, server, language);
        phone._person.Start();
        phone._shown = phone._person.Screen[0].Id;
        browser.Resize(Width, Above + Height);
        _ = browser.Page.ExecuteCdpCommand("Emulation.setTimezoneOverride", new() { ["timezoneId"] = "UTC" });
        browser.Page.Navigate().GoToUrl(server.Address);
        _ = browser.Page.ExecuteScript(PlainPaper);
        return phone;
    }

    public async Task<Picture> TakeAsync(SeenScreen seen)
    {
        var keyboard = seen.Screen.Rows.Select(row => row.Select(b => InlineKeyboardButton.WithCallbackData(b.Label, $"option {b.Option}")));
        var sent = await _bot.SendMessage(_person.Id, seen.Screen.Text, protectContent: true, replyMarkup: new InlineKeyboardMarkup(keyboard));
        await _bot.DeleteMessage(_person.Id, _shown);
        _shown = sent.Id;
        _browser.Until($"the screen {seen}", () => Strings("return [...document.querySelectorAll('[data-message]')].map(m => m.dataset.message)").SequenceEqual([$"{sent.Id}"]));
        return new()
        {
            Name = seen.Name,
            Png = ((ITakesScreenshot)_browser.Page.FindElement(By.CssSelector("[data-testid=phone]"))).GetScreenshot().AsByteArray,
            Text = Strings("return [document.querySelector('[data-testid=text]').textContent]").Single(),
            Cut = Strings("return [...document.querySelectorAll('[data-testid=inline-button] .label')].filter(l => l.scrollWidth > l.clientWidth).map(l => l.textContent)"),
            IsTooHigh = (bool)_browser.Page.ExecuteScript("const chat = document.querySelector('[data-testid=chat]'); return chat.scrollHeight > chat.clientHeight")!,
        };
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private List<string> Strings(string script) => [.. ((IEnumerable<object>)_browser.Page.ExecuteScript(script)!).Cast<string>()];
}
