namespace IntakeBot.Messenger;

/// <summary>What a poll came to, for the operator.</summary>
internal enum PollOutcome
{
    Good = 0,

    /// <summary>Telegram could not be reached, or its answer not be read.</summary>
    Away = 1,

    /// <summary>429.</summary>
    Slow = 2,

    /// <summary>409: a second poller, or a webhook.</summary>
    Conflict = 3,

    /// <summary>401 or 404: the token.</summary>
    Refused = 4,
}
