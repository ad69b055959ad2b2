namespace IntakeBot.Tests.Pictures;

/// <summary>One phone as it was seen.</summary>
internal sealed record Picture
{
    public required string Name { get; init; }

    public required byte[] Png { get; init; }

    /// <summary>What stood in the bubble.</summary>
    public required string Text { get; init; }

    /// <summary>Labels that the phone had no room for and ended with "…".</summary>
    public required IReadOnlyList<string> Cut { get; init; }

    /// <summary>The screen was higher than the phone: its beginning is not in the picture.</summary>
    public required bool IsTooHigh { get; init; }

    public override string ToString() => Name;
}
