namespace IntakeBot.Core.Intakes;

/// <summary>
/// Where a conversation stands in its questions: what the blob remembers of it between two presses.
/// No answers and no history, so Back shows no old tick.
/// </summary>
public readonly record struct Walk
{
    /// <summary>Index of the form in the questionnaire.</summary>
    public required byte Form { get; init; }

    /// <summary>Number of the language in the questionnaire, 0 to 15.</summary>
    public required byte Language { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>Commits made, consent included; the button's step is 15 more.</summary>
    public required ushort Commits { get; init; }

    /// <summary>Bit n: slot n is still to be asked; the lowest is the current question.</summary>
    public required uint ToAsk { get; init; }

    /// <summary>Facts that later questions and wordings need.</summary>
    public required uint Flags { get; init; }

    /// <summary>Options that are on in the current screen's multiple choice.</summary>
    public required ushort Toggles { get; init; }

    public override string ToString() => nameof(Walk);
}
