namespace IntakeBot.Messenger;

/// <summary>What the last poll, or look at the webhook, came to.</summary>
internal enum PollState
{
    Starting = 0,
    Polling = 1,

    /// <summary>Telegram cannot be reached or refuses; tried again.</summary>
    Away = 2,

    /// <summary>409: somebody else polls with our token, or a webhook is set. It may be stolen.</summary>
    TokenUsedElsewhere = 3,

    /// <summary>401: the token is revoked or wrong. Nothing is polled until a restart.</summary>
    TokenRefused = 4,

    /// <summary>What people press waits at Telegram, which cannot deliver it to the webhook.</summary>
    Undelivered = 5,
}
