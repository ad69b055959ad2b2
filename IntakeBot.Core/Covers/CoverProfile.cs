namespace IntakeBot.Core.Covers;

/// <summary>What Telegram shows of the bot in one language: to everybody who finds it, or sees her list of chats.</summary>
public sealed record CoverProfile
{
    /// <summary>1 to 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>On its profile page, at most 120 characters.</summary>
    public required string About { get; init; }

    /// <summary>In the empty chat before Start, at most 512 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Beside /start in the list of commands.</summary>
    public required string Start { get; init; }

    /// <summary>Beside /privacy, which the platform demands.</summary>
    public required string Privacy { get; init; }
}
