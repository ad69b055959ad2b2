namespace IntakeBot.Core.Covers;

/// <summary>The sentences of a leaflet in one language; what stands between them is a bot's own.</summary>
public sealed record Leaflet
{
    /// <summary>Above the bot's name.</summary>
    public required string Find { get; init; }

    /// <summary>Above the entry word.</summary>
    public required string Word { get; init; }

    /// <summary>Beside the picture of the link.</summary>
    public required string Link { get; init; }

    /// <summary>Above the check phrase.</summary>
    public required string Check { get; init; }

    /// <summary>What is never asked for, and what to do with the paper.</summary>
    public required string Never { get; init; }
}
