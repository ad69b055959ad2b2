namespace IntakeBot.Phone;

/// <summary>Why a call of getUpdates stopped waiting.</summary>
internal enum PollEnd
{
    Arrived,
    TimedOut,
    Superseded,
    WebhookSet,
}
