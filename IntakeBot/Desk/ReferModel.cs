namespace IntakeBot.Desk;

/// <summary>What decides whether a case goes to a partner, and what of it.</summary>
public sealed record ReferModel
{
    public required string Handle { get; init; }

    /// <summary>Those that state a key for now.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    public required string OwnFingerprint { get; init; }

    /// <summary>What she was asked and has answered, the newest first: the reply's name, its text, that in the staff member's language where it is known, what she said with the day; only a yes can be chosen.</summary>
    public required IReadOnlyList<(string Name, string Text, string? Meaning, string Said, bool IsYes)> Asked { get; init; }

    /// <summary>True where a colleague agreed that it goes without her yes.</summary>
    public required bool IsAgreed { get; init; }

    /// <summary>True where a colleague is asked that, and has not answered.</summary>
    public required bool IsWaiting { get; init; }

    /// <summary>By number of the slot. Chosen from the start but for what she wrote in her own words.</summary>
    public required IReadOnlyList<(int Slot, string Question, string Answer, bool IsChosen)> Answers { get; init; }

    public string? Problem { get; init; }

    public override string ToString() => nameof(ReferModel);
}
