using IntakeBot.Core.Covers;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace IntakeBot.Messenger;

/// <summary>
/// Writes what Telegram shows of a bot, and looks at what only its owner can set, at @BotFather. Telegram limits how often a profile is
/// written, so that only what differs is.
/// </summary>
internal sealed class BotProfile : IDisposable
{
    private readonly HttpClient _http;
    private readonly TelegramBotClient _bot;

    private readonly ClockReading _clock;
    private readonly Uri? _webhook;

    public BotProfile(TelegramOptions options, TimeProvider? time = null)
    {
        _clock = new(BotCalls.Handler(options.Proxy), time ?? TimeProvider.System);
        _http = new(_clock, disposeHandler: true) { Timeout = TimeSpan.FromSeconds(15) };
        _bot = BotCalls.Client(options, _http);
        _webhook = options.Webhook;
    }

    /// <summary>How much our clock is ahead of Telegram's; null before an answer has come.</summary>
    public TimeSpan? ClockAhead => _clock.Ahead;

    /// <summary>Without the @.</summary>
    public async Task<string> NameAsync(CancellationToken cancellationToken) => (await _bot.GetMe(cancellationToken)).Username ?? "";

    /// <summary>What is to be set at @BotFather, a sentence each.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken cancellationToken)
    {
        var me = await _bot.GetMe(cancellationToken);
        (bool Wrong, string Sentence)[] rules =
        [
            (me.CanJoinGroups, "can be put into groups, where others would see who writes: at @BotFather, /setjoingroups, Disable"),
            (me.CanReadAllGroupMessages, "reads all that is said in a group: at @BotFather, /setprivacy, Enable"),
            (me.SupportsInlineQueries, "can be called up in any chat: at @BotFather, /setinline, then /empty"),
            (me.SupportsGuestQueries, "answers guests in other chats: at @BotFather, in the bot's settings, turn guest mode off"),
            (me.CanConnectToBusiness, "can be joined to business accounts: at @BotFather, in the bot's settings, turn business mode off"),
            (me.HasMainWebApp, "has a web app: at @BotFather, in the bot's settings, remove it"),
            (me.HasTopicsEnabled, "has topics in its chats: at @BotFather, in the bot's settings, turn them off"),
            (me.CanManageBots, "may manage other bots: at @BotFather, in the bot's settings, turn it off"),
        ];
        return [.. rules.Where(r => r.Wrong).Select(r => r.Sentence)];
    }

    /// <summary>Null, or what is wrong with where Telegram delivers. The address is not told: it may be a stranger's.</summary>
    public async Task<string?> WebhookProblemAsync(CancellationToken cancellationToken) =>
        (await _bot.GetWebhookInfo(cancellationToken)).Url is { Length: > 0 } url && url != _webhook?.AbsoluteUri
            ? "has a webhook that is not of these settings, so somebody else gets what is pressed. Unless it was you, revoke the token at @BotFather now; "
                + "if it was you, intakebot bot unhook takes it away"
            : null;

    /// <summary>Takes the webhook away, whoever set it; what waits goes on waiting. False: there was none.</summary>
    public async Task<bool> UnhookAsync(CancellationToken cancellationToken)
    {
        var isSet = (await _bot.GetWebhookInfo(cancellationToken)).Url.Length > 0;
        if (isSet)
        {
            await _bot.DeleteWebhook(dropPendingUpdates: false, cancellationToken);
        }

        return isSet;
    }

    /// <summary>Writes what differs; the names of what was written. <paramref name="language"/>: two letters, or "" for everybody else.</summary>
    public async Task<IReadOnlyList<string>> WriteAsync(string language, CoverProfile profile, CancellationToken cancellationToken)
    {
        var written = new List<string>();
        await WriteOneAsync("name", (await _bot.GetMyName(language, cancellationToken)).Name, profile.Name, () => _bot.SetMyName(profile.Name, language, cancellationToken));
        await WriteOneAsync(
            "about", (await _bot.GetMyShortDescription(language, cancellationToken)).ShortDescription, profile.About,
            () => _bot.SetMyShortDescription(profile.About, language, cancellationToken));
        await WriteOneAsync(
            "description", (await _bot.GetMyDescription(language, cancellationToken)).Description, profile.Description,
            () => _bot.SetMyDescription(profile.Description, language, cancellationToken));
        BotCommand[] commands = [new("start", profile.Start), new("privacy", profile.Privacy)];
        var known = await _bot.GetMyCommands(null, language, cancellationToken);
        await WriteOneAsync("commands", Line(known), Line(commands), () => _bot.SetMyCommands(commands, null, language, cancellationToken));
        return written;

        async Task WriteOneAsync(string what, string? now, string wanted, Func<Task> write)
        {
            if (now != wanted)
            {
                await write();
                written.Add(what);
            }
        }
    }

    /// <summary>Null, or why <paramref name="ask"/> did not come to its end; never in Telegram's words, which may quote the token.</summary>
    public static async Task<string?> TryAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return null;
        }
        catch (ApiRequestException refused)
        {
            return refused.ErrorCode switch
            {
                401 or 404 => "Telegram does not know its token; copy it again from @BotFather into the token file",
                429 => $"Telegram wants to be asked again in {refused.Parameters?.RetryAfter ?? 60} s; what was written stays, run it again then",
                var code => $"Telegram refused with {code}; what was written stays, run it again",
            };
        }
        catch (RequestException)
        {
            return "Telegram cannot be reached; look at the network, the proxy and the address in the settings";
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _clock.Dispose();
    }

    private static string Line(IEnumerable<BotCommand> commands) => string.Join('\n', commands.Select(c => $"{c.Command} {c.Description}"));
}
