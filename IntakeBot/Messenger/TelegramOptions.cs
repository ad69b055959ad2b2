using IntakeBot.Core.Exchange;

namespace IntakeBot.Messenger;

/// <summary>How the Bot API is reached.</summary>
internal sealed class TelegramOptions
{
    public required Uri BaseUrl { get; init; }

    /// <summary>Never in a log, an exception, an argument or a trace; it is part of every request's path.</summary>
    public required string Token { get; init; }

    /// <summary>Null: none, also where the environment names one.</summary>
    public ExchangeProxy? Proxy { get; init; }

    /// <summary>Where Telegram delivers what this bot gets; null: it is polled for.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Which of the operator's bots it is, for the log: 1 is the first of the settings.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Screens drawn per second over all chats, Telegram's own limit being about 30; 0: not paced, for load tests.</summary>
    public int DrawsPerSecond { get; init; } = 30;

    /// <summary>The account id of the bot: what stands before the token's colon.</summary>
    public long Bot => long.Parse(Token.AsSpan(0, Token.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => nameof(TelegramOptions);
}
