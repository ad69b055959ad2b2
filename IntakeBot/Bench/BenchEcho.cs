using System.Globalization;
using IntakeBot.Core.Hotline;
using IntakeBot.Messenger;

namespace IntakeBot.Bench;

/// <summary>
/// A bot that does nothing: our calls of the Bot API and our loop's shape, and no conversation, no sealing and no store. What it
/// reaches is what phone and HTTP leave to a server on this machine.
/// </summary>
internal static class BenchEcho
{
    private static readonly string[] Labels = ["Hide", "This one, a", "This one, b", "This one, c", "This one, d", "Skip"];

    public static async Task RunAsync(Uri telegram, string tokenFile, CancellationToken stop)
    {
        var token = (await File.ReadAllTextAsync(tokenFile, stop)).Trim();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var polling = PollAsync(new() { BaseUrl = telegram, Token = token, DrawsPerSecond = 0 }, ended.Token);
        while (await Console.In.ReadLineAsync(stop) is not null)
        {
            Console.WriteLine(default(StoreTally));
        }

        await ended.CancelAsync();
        await polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task PollAsync(TelegramOptions options, CancellationToken stop)
    {
        using var calls = new BotCalls(options);
        int? offset = null;
        while (true)
        {
            var batch = (await calls.GetUpdatesAsync(offset, BotCalls.PollSeconds, stop)).OfType<Arrival>().ToList();
            await Task.WhenAll(batch.Select(arrival => AnswerAsync(calls, arrival, stop)));
            offset = batch.Count > 0 ? batch[^1].UpdateId + 1 : offset;
        }
    }

    private static async Task AnswerAsync(BotCalls calls, Arrival arrival, CancellationToken stop)
    {
        switch (arrival)
        {
            case Arrival.Press press:
                await calls.EditAsync(press.Person, press.Message, Screen(arrival.UpdateId), stop);
                await calls.AnswerAsync(press.Callback, stop);
                break;
            case Arrival.Sent sent:
                _ = await calls.SendAsync(sent.Person, Screen(arrival.UpdateId), stop);
                break;
            default:
                break;
        }
    }

    /// <summary>As large as the bench's own questions.</summary>
    private static Drawing Screen(int number)
    {
        var data = number.ToString(CultureInfo.InvariantCulture).PadLeft(64, 'x');
        return new(
            $"Which of these is true for you, number {number}?",
            [.. Labels.Select(label => new List<DrawnButton> { new(label, data) })]);
    }
}
