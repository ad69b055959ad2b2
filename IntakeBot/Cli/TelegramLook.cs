using System.Globalization;
using IntakeBot.Messenger;

namespace IntakeBot.Cli;

/// <summary>Asks Telegram, in the way of the settings, whether it knows each bot and how the bot and our clock are set. Changes nothing there.</summary>
internal static class TelegramLook
{
    private static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(30);

    /// <summary>A bot that cannot be read is told by <see cref="Readiness"/>, and nobody is asked.</summary>
    public static async Task LookAsync(string configFolder, TimeProvider time, List<string> problems, List<string> warnings, CancellationToken cancellationToken)
    {
        TimeSpan? ahead = null;
        foreach (var (_, options) in BotsAtTelegram.Read(configFolder, [])?.Each ?? [])
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"bot {options.Number}");
            using var profile = new BotProfile(options, time);
            var failed = await BotProfile.TryAsync(async () =>
            {
                warnings.AddRange((await profile.ProblemsAsync(cancellationToken)).Select(p => $"{name}: {p}"));
                problems.AddRange(await profile.WebhookProblemAsync(cancellationToken) is { } problem ? [$"{name}: {problem}"] : []);
            });
            problems.AddRange(failed is null ? [] : [$"{name}: {failed}; --offline leaves this question out"]);
            ahead ??= profile.ClockAhead;
        }

        if (ahead is { } seconds && seconds.Duration() > MostAhead)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"this machine's clock is {Math.Round(seconds.Duration().TotalSeconds)} s {(seconds > TimeSpan.Zero ? "ahead of" : "behind")} Telegram's: desks whose clocks are right are refused from 300 s on; let it be set by NTP"));
        }
    }
}
