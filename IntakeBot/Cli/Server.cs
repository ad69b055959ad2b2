using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Messenger;
using Microsoft.Extensions.Logging.Console;

namespace IntakeBot.Cli;

/// <summary>Composes the server's host. Nothing is read from the environment but the settings, and nothing is logged but events.</summary>
internal static class Server
{
    public static WebApplication Build(
        ServeParts parts, SealedStore store, CodeLane codes, DayBook days, RosterChange roster, string configFolder, string dataFolder, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "intakebot" });
        _ = builder.WebHost.UseKestrelCore().UseExchangeTls(parts.ExchangeTls).UseUrls(parts.Settings.Exchange.Address);
        _ = builder.Logging
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "yyyy-MM-dd ";
            });
        _ = builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
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
            .AddExchange(() => roster.Current.Value, parts.ExchangeKey, configFolder)
            .AddHostedService(s => new Housekeeping(store, days, parts.Settings.Retention, folder, shelf, time, s.GetRequiredService<ILogger<Housekeeping>>()))
            .AddHostedService(s => new RosterWatch(parts.RosterSource, roster, store, time, s.GetRequiredService<ILogger<RosterWatch>>()))
            .AddHostedService(s => new RoomWatch(store, time, s.GetRequiredService<ILogger<RoomWatch>>()));
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
    }

    /// <summary>How one bot is reached; <paramref name="number"/> counts from 1.</summary>
    public static TelegramOptions Options(Settings.TelegramSettings telegram, ServeBot bot, int number) => new()
    {
        BaseUrl = new(bot.Settings.ApiUrl is { Length: > 0 } own ? own : telegram.BaseUrl),
        Token = bot.Token,
        Proxy = telegram.Proxy is { Length: > 0 } proxy ? new(proxy) : null,
        DrawsPerSecond = telegram.DrawsPerSecond,
        Number = number,
    };
}
