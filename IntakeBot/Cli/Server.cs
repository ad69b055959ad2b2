using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Messenger;
using IntakeBot.Operator;
using Microsoft.Extensions.Logging.Console;

namespace IntakeBot.Cli;

/// <summary>Composes the server's host. Nothing is read from the environment but the settings, and nothing is logged but events.</summary>
internal static class Server
{
    public static WebApplication Build(
        ServeParts parts, SealedStore store, CodeLane codes, DayBook days, RosterChange roster, string configFolder, string dataFolder, TimeProvider time)
    {
        var isJson = LogFormat.Read(parts.Settings.Logs.Format) ?? true;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "intakebot" });
        _ = builder.WebHost.UseKestrelCore().UseExchangeTls(parts.ExchangeTls).UseUrls(parts.Settings.Exchange.Address);
        _ = builder.Logging
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddConsole(console =>
            {
                console.FormatterName = LogLines.FormatterName;
                console.LogToStandardErrorThreshold = isJson ? LogLevel.None : LogLevel.Trace;
            });
        _ = builder.Services.AddSingleton<ConsoleFormatter>(new LogLines(isJson, time));
        _ = builder.Services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (TimeSpan.FromSeconds(10), true));
        _ = builder.Services.AddRoutingCore();
        AddHotline(builder.Services, parts, store, codes, days, roster, configFolder, dataFolder, time);
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        var app = builder.Build();
        app.MapExchange();
        return app;
    }

    private static void AddHotline(
        IServiceCollection services, ServeParts parts, SealedStore store, CodeLane codes, DayBook days, RosterChange roster, string configFolder, string dataFolder,
        TimeProvider time)
    {
        var folder = new ShelfFolder(dataFolder);
        var shelf = folder.Open(parts.Questionnaire, configFolder, days.Safe(Day.Today(time)));
        _ = services
            .AddSingleton(time)
            .AddSingleton(store)
            .AddExchange(() => roster.Current.Value, parts.ExchangeKey, new(configFolder, dataFolder))
            .AddHostedService(s => new Housekeeping(
                store, days, parts.Settings.Retention, folder, shelf, s.GetRequiredService<ExchangeLog>(), time, s.GetRequiredService<ILogger<Housekeeping>>()))
            .AddHostedService(s => new RosterWatch(parts.RosterSource, roster, store, time, s.GetRequiredService<ILogger<RosterWatch>>()))
            .AddHostedService(s => new DeskWatch(roster.Current, s.GetRequiredService<DeskAcknowledgements>(), store, time, s.GetRequiredService<ILogger<DeskWatch>>()))
            .AddHostedService(s => new OperatorDoor(dataFolder, store, s.GetRequiredService<IHostApplicationLifetime>(), s.GetRequiredService<ILogger<OperatorDoor>>()))
            .AddHostedService(s => new RoomWatch(store, time, s.GetRequiredService<ILogger<RoomWatch>>()));
        if (parts.Webhook is { } webhook)
        {
            _ = services.AddWebhook(webhook);
        }

        var codeGate = new CodeGate(parts.Settings.Codes, time);
        foreach (var (bot, i) in parts.Bots.Select((bot, i) => (bot, i)))
        {
            var options = Options(parts.Settings.Telegram, bot, i + 1);
            var languages = parts.Questionnaire.InWords(bot.Words).Languages;
            var hotline = new Hotline(new()
            {
                Bot = options.Bot,
                Questionnaires = shelf.InWords(bot.Words),
                Store = store,
                Key = parts.ServerKey,
                Recipients = (desk, day) => roster.Current.Value.RecipientsFor(desk, day),
                Beginning = roster.Current.Begin,
                Time = time,
                Codes = codes,
                CodeGate = codeGate,
                Limits = parts.Settings.Floods,
                Retention = parts.Settings.Retention,
                Today = () => days.Latest(Day.Today(time)),
                Cover = bot.Cover,
                CoverLanguage = bot.CoverLanguage,
                Entry = bot.Entry,
                Booklet = new()
                {
                    Numbers = parts.Numbers,
                    Phrases = bot.Phrases,
                    Kept = [.. languages.Select(l => KeptText.Compose(l, parts.Settings.Retention))],
                    Privacy = [.. languages.Select(l => PrivacyText.Compose(l, parts.Settings.Retention, parts.Settings.Operator))],
                },
                IsClosed = parts.Settings.Telegram.Closed,
            });
            _ = services.AddMessenger(hotline, options);
        }

        if (parts.Settings.Health.Address is { Length: > 0 } address)
        {
            _ = services.AddOperator(s => new()
            {
                Address = new(address),
                Lines = [.. s.GetServices<BotLine>()],
                Store = store,
                Days = days,
                Roster = roster.Current,
                Desks = s.GetRequiredService<DeskAcknowledgements>(),
                Time = time,
            });
        }
    }

    /// <summary>How one bot is reached; <paramref name="number"/> counts from 1.</summary>
    public static TelegramOptions Options(Settings.TelegramSettings telegram, ServeBot bot, int number) => new()
    {
        BaseUrl = new(bot.Settings.ApiUrl is { Length: > 0 } own ? own : telegram.BaseUrl),
        Token = bot.Token,
        Proxy = TelegramReach.ProxyOf(telegram),
        Webhook = WebhookReach.UrlOf(telegram.Webhook, number),
        DrawsPerSecond = telegram.DrawsPerSecond,
        Number = number,
    };
}
