using System.Net.Http.Json;
using System.Text.Json;
using IntakeBot.Phone;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace IntakeBot.Tests.Phone;

/// <summary>A running simulated Telegram in a time that stands still, and a real client that talks to it.</summary>
internal sealed class PhoneRig : IAsyncDisposable
{
    public const string Token = "123456:TEST";

    private PhoneRig(PhoneServer server, FakeTimeProvider time)
    {
        Server = server;
        Time = time;
        Http = new HttpClient { BaseAddress = server.Address, Timeout = Patience };
        Bot = new TelegramBotClient(
            new TelegramBotClientOptions(Token, server.Address.ToString()) { RetryThreshold = 0, RetryCount = 1 });
    }

    /// <summary>How long a test waits before it is wrong; no test passes by waiting.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    public PhoneServer Server { get; }

    public PhoneWorld World => Server.World;

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public TelegramBotClient Bot { get; }

    public static async Task<PhoneRig> StartAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var options = new PhoneOptions { Token = Token, TimeProvider = time };
        return new PhoneRig(await PhoneServer.StartAsync(options, default), time);
    }

    /// <summary>Somebody who has tapped START and whose /start the bot has confirmed.</summary>
    public async Task<PhonePerson> JoinedAsync(string name = "민지")
    {
        var person = World.Join(name, languageCode: "ko");
        var update = person.Start();
        _ = await Bot.GetUpdates(update + 1);
        return person;
    }

    /// <summary>Returns once a getUpdates call waits for something to arrive.</summary>
    public async Task UntilPollingAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!World.Bot.IsPolled)
        {
            await Task.Delay(1, deadline.Token);
        }
    }

    public Task<Message> SendAsync(PhonePerson to, string text, params string[] buttons) =>
        Bot.SendMessage(to.Id, text, replyMarkup: Keyboard(buttons));

    public static InlineKeyboardMarkup Keyboard(params string[] buttons) =>
        new(buttons.Select(b => new[] { InlineKeyboardButton.WithCallbackData(b, $"data-{b}") }));

    /// <summary>Posts a call as raw JSON and returns status and body.</summary>
    public async Task<(int Status, JsonElement Body)> CallAsync(string method, object arguments, string token = Token)
    {
        using var response = await Http.PostAsJsonAsync($"/bot{token}/{method}", arguments);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}
