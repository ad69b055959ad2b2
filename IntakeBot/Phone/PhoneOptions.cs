namespace IntakeBot.Phone;

/// <summary>How a simulated Telegram starts: where it listens and which bot it knows.</summary>
public sealed record PhoneOptions
{
    /// <summary>The loopback port; 0, the default, takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The bot's token; what stands before the colon is the bot's account id.</summary>
    public string Token { get; init; } = "123456:TEST";

    public string BotName { get; init; } = "Intake";

    public string BotUsername { get; init; } = "intake_test_bot";

    /// <summary>The time this world lives in: message dates, expiry, long polls and weather delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
