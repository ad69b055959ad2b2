namespace IntakeBot.Core.Covers;

/// <summary>A harmless face that really works: what a bot shows to whoever does not know its entry word, and after Hide. Says nothing false.</summary>
public abstract class Cover
{
    /// <summary>What the bot's profile says, by language number.</summary>
    public required IReadOnlyList<CoverProfile> Profiles { get; init; }

    /// <summary>The card of one page. <paramref name="amount"/>: the number she typed, where it is for numbers.</summary>
    /// <param name="language">Number of the language.</param>
    /// <param name="page">Any number; they come round.</param>
    /// <param name="amount">Null: none was typed.</param>
    /// <param name="today">Days since 1970, for what changes from day to day.</param>
    public abstract CoverCard Draw(byte language, int page, decimal? amount, int today);

    /// <summary>The page that the cover's own button turns to.</summary>
    public abstract int After(int page);

    /// <summary>True where a typed text means something here, and what.</summary>
    public virtual bool TryRead(string typed, out decimal amount)
    {
        amount = 0;
        return false;
    }
}
