namespace IntakeBot.Desk;

/// <summary>What came of a try with a passphrase.</summary>
internal abstract record UnlockOutcome
{
    private UnlockOutcome()
    {
    }

    public sealed record Opened : UnlockOutcome;

    /// <summary>The passphrase is wrong, or the file is damaged: the two cannot be told apart.</summary>
    public sealed record Wrong : UnlockOutcome;

    /// <summary>It was not tried: too soon after wrong ones.</summary>
    public sealed record TooSoon(TimeSpan Wait) : UnlockOutcome;

    /// <summary>The key is right, and the desk cannot start: reasons in English, as the verbs say them.</summary>
    public sealed record Refused(IReadOnlyList<string> Problems) : UnlockOutcome;
}
