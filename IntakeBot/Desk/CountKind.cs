namespace IntakeBot.Desk;

/// <summary>How a count is shown.</summary>
internal enum CountKind
{
    /// <summary>As it is: none, or ten and more.</summary>
    Exact,

    /// <summary>As "fewer than ten": it is 1 to 9.</summary>
    Few,

    /// <summary>Not at all, and it is ten or more: it guards one that is few.</summary>
    Guard,

    /// <summary>Not at all, like everything in its line: it may be anything, none too.</summary>
    Blank,
}
