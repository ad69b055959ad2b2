using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>Reads the Bot API's refusals.</summary>
internal static class DrawFailures
{
    public static DrawFailure Read(RequestException failure) => failure switch
    {
        ApiRequestException { ErrorCode: 400 } refused when Says(refused, "message is not modified") => new DrawFailure.AlreadyDrawn(),
        ApiRequestException { ErrorCode: 400 } refused when Says(refused, "message to edit not found") || Says(refused, "message can't be edited")
            => new DrawFailure.ScreenGone(),
        ApiRequestException { ErrorCode: 429 } refused => new DrawFailure.Slow(TimeSpan.FromSeconds(refused.Parameters?.RetryAfter ?? 1)),
        ApiRequestException { ErrorCode: < 500 } => new DrawFailure.Final(),
        _ => new DrawFailure.Away(),
    };

    private static bool Says(ApiRequestException refused, string words) =>
        refused.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
