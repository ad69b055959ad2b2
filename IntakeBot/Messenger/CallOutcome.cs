namespace IntakeBot.Messenger;

/// <summary>What a call came to that draws, deletes or answers; for the operator.</summary>
internal enum CallOutcome
{
    Done = 0,

    /// <summary>429.</summary>
    Slow = 1,

    /// <summary>Network, time-out or 5xx.</summary>
    Away = 2,

    /// <summary>403: she has blocked the bot or is no more.</summary>
    Blocked = 3,

    /// <summary>Any other refusal; often of something that had arrived before.</summary>
    Refused = 4,
}
