using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>Reads the Bot API's refusals.</summary>
internal static class DrawFailures
{
    /// <summary>Longer than Telegram was ever seen to ask for; a number beyond it is not believed.</summary>
    private const int LongestWait = 3600;

    public static DrawFailure Read(RequestException failure) => failure switch
    {
        ApiRequestException { ErrorCode: 400 } refused when Says(refused, "message is not modified") => new DrawFailure.AlreadyDrawn(),
        ApiRequestException { ErrorCode: 400 } refused when Says(refused, "message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
            => new DrawFailure.ScreenGone(),
        ApiRequestException { ErrorCode: 400 } refused when Says(refused, "query is too old", "query ID is invalid") => new DrawFailure.TooOld(),
        ApiRequestException { ErrorCode: 400 } refused when Says(refused, "chat not found") => new DrawFailure.Blocked(),
        ApiRequestException { ErrorCode: 403 } => new DrawFailure.Blocked(),
        ApiRequestException { ErrorCode: 429 } refused => new DrawFailure.Slow(WaitOf(refused)),
        ApiRequestException { ErrorCode: < 500 } => new DrawFailure.Final(),
        _ => new DrawFailure.Away(),
    };

    /// <summary>How long a 429 asks to wait.</summary>
    public static TimeSpan WaitOf(ApiRequestException refused) =>
        TimeSpan.FromSeconds(Math.Clamp(refused.Parameters?.RetryAfter ?? 1, 1, LongestWait));

    private static bool Says(ApiRequestException refused, params ReadOnlySpan<string> words)
    {
        foreach (var one in words)
        {
            if (refused.Message.Contains(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
