namespace IntakeBot.Messenger;

/// <summary>What Telegram says of a bot's webhook. Address "": there is none. The last failure to deliver in seconds since 1970; 0: none.</summary>
internal sealed record WebhookLook(string Address, int Pending, long LastFailure)
{
    /// <summary>Says nothing: the address may be a stranger's.</summary>
    public override string ToString() => nameof(WebhookLook);
}
