using Telegram.Bot;
using Telegram.Bot.Types;

namespace IntakeBot.Tests.Phone;

/// <summary>
/// A bot on the real client: a text brings a screen with buttons, a press edits that screen to say which one, then is answered.
/// </summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TelegramBotClient _bot;
    private readonly Task _running;

    public EchoBot(Uri address)
    {
        _bot = new TelegramBotClient(new TelegramBotClientOptions(PhoneRig.Token, address.ToString()));
        _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var offset = 0;
        while (true)
        {
            foreach (var update in await _bot.GetUpdates(offset, timeout: 50, cancellationToken: _stopping.Token))
            {
                await AnswerAsync(update);
                offset = update.Id + 1;
            }
        }
    }

    private async Task AnswerAsync(Update update)
    {
        if (update.Message is { } message)
        {
            _ = await _bot.SendMessage(message.Chat.Id, $"들었습니다: {message.Text}", replyMarkup: PhoneRig.Keyboard("예, 혼자입니다", "아니요"));
            await _bot.DeleteMessage(message.Chat.Id, message.Id);
        }
        else if (update.CallbackQuery is { } press)
        {
            _ = await _bot.EditMessageText(
                press.From.Id, press.Message!.Id, $"눌렀습니다: {press.Data}", replyMarkup: PhoneRig.Keyboard("다음"));
            await _bot.AnswerCallbackQuery(press.Id, "저장되었습니다");
        }
    }
}
