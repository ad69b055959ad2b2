namespace IntakeBot.Core.Hotline;

/// <summary>What is to happen in the chat after everything that had to be durable is durable.</summary>
public sealed record Shown
{
    /// <summary>Draws nothing: the callback is answered, what she sent is deleted, nothing else.</summary>
    public static readonly Shown Nothing = new();

    /// <summary>Null: the screen stays as it is.</summary>
    public Drawing? Drawing { get; init; }

    /// <summary>True after Hide: the drawing overtakes everything, and nothing handled for a press before it may draw over it.</summary>
    public bool Hides { get; init; }
}
