using IntakeBot.Core.Exchange;

namespace IntakeBot.Cli;

/// <summary>
/// How the settings say that Telegram is reached. A proxy that cannot be read is a problem, never a reason to go without one: whoever set it
/// has somebody between here and Telegram who is not to see.
/// </summary>
internal static class TelegramReach
{
    public static void Check(Settings settings, string configFolder, ICollection<string> problems, ICollection<string> warnings)
    {
        var telegram = settings.Telegram;
        var file = Path.Combine(configFolder, SettingsFile.Name);
        CheckServer(file, "Telegram.BaseUrl", telegram.BaseUrl, problems, warnings);
        foreach (var (name, bot) in telegram.All.Where(b => b.Bot.ApiUrl.Length > 0))
        {
            CheckServer(file, $"{name}.ApiUrl", bot.ApiUrl, problems, warnings);
        }

        if (telegram.Proxy.Length > 0 && !ExchangeProxy.TryParse(telegram.Proxy, out _, out var wrong))
        {
            problems.Add($"{file}: Telegram.Proxy {wrong}");
        }

        WebhookReach.Check(settings, file, problems);
    }

    /// <summary>Null: none is set. Of settings that were checked.</summary>
    public static ExchangeProxy? ProxyOf(Settings.TelegramSettings telegram) =>
        telegram.Proxy.Length == 0 ? null
            : ExchangeProxy.TryParse(telegram.Proxy, out var proxy, out _) ? proxy
            : throw new ArgumentException("Telegram.Proxy was not checked.", nameof(telegram));

    /// <summary>Token and presses go there: in the clear only within this machine or, by a name without a point, within the container's own network.</summary>
    private static void CheckServer(string file, string name, string text, ICollection<string> problems, ICollection<string> warnings)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            problems.Add($"{file}: {name} is not an address that starts with http:// or https://");
        }
        else if (address is not { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" })
        {
            problems.Add($"{file}: {name} holds more than host and port; the rest would be left out");
        }
        else if (address is { Scheme: "http", IsLoopback: false } && !address.IdnHost.EndsWith(".onion", StringComparison.OrdinalIgnoreCase))
        {
            if (address.IdnHost.AsSpan().ContainsAny('.', ':'))
            {
                problems.Add($"{file}: {name} is http:// on another machine, and the token would go there in the clear; use https://");
            }
            else
            {
                warnings.Add($"{name} is http:// on {address.IdnHost}: only within a network of this machine's own containers");
            }
        }
    }
}
