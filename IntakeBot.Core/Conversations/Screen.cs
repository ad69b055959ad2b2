namespace IntakeBot.Core.Conversations;

/// <summary>The one message she sees.</summary>
public sealed record Screen
{
    /// <summary>Plain text, never markup, 1 to 4096 UTF-16 units.</summary>
    public required string Text { get; init; }

    /// <summary>Top to bottom, left to right.</summary>
    public required IReadOnlyList<IReadOnlyList<ScreenButton>> Rows { get; init; }

    /// <summary>What the buttons' tokens name: a screen of the <see cref="Gate"/>, or 15 + commits made.</summary>
    public required int Step { get; init; }

    /// <summary>Number of the language it is in.</summary>
    public required byte Language { get; init; }

    /// <summary>True where typed words may be her note.</summary>
    public bool AwaitsNote { get; init; }

    public override string ToString() => $"Screen {(Step <= Gate.Last ? "at the gate" : "of a question")}";
}
