namespace IntakeBot.Core.Intakes;

/// <summary>How a slot was answered.</summary>
public enum AnswerKind
{
    /// <summary>Never asked, or not yet.</summary>
    Empty,
    Skipped,
    One,

    /// <summary>Any number of options, perhaps none.</summary>
    Set,

    /// <summary>It opened, but is no answer to this question.</summary>
    Unreadable,

    /// <summary>It did not open: the bytes were changed or exchanged. Shown, never hidden.</summary>
    Tampered,
}
