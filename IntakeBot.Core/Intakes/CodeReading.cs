namespace IntakeBot.Core.Intakes;

/// <summary>What something typed is, as a receipt code. Nothing here says whether such a code was ever given out.</summary>
public enum CodeReading
{
    /// <summary>Not twenty digits, or something else stands among them.</summary>
    None = 0,

    /// <summary>Twenty digits, and the last does not follow from the others: one was mistyped, or two were swapped.</summary>
    Mistyped = 1,

    Whole = 2,

    /// <summary>Nothing but digits and what stands between them, and one too few or too many.</summary>
    Nearly = 3,
}
