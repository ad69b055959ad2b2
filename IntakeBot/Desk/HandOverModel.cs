namespace IntakeBot.Desk;

/// <summary>What the next shift has to know, in words.</summary>
public sealed record HandOverModel
{
    /// <summary>What waits, and the queue's query that shows it.</summary>
    public required IReadOnlyList<(string Words, int Count, string Query)> Waiting { get; init; }

    /// <summary>Cases that are to be read next: level, due, handle.</summary>
    public required IReadOnlyList<(string Level, string Due, string DueKind, string Handle)> Due { get; init; }

    /// <summary>The newest first; texts escaped.</summary>
    public required IReadOnlyList<(string When, string Author, string Text)> Notes { get; init; }

    /// <summary>What a colleague asks to agree to; with a handle where it is about one case.</summary>
    public required IReadOnlyList<(string Words, string Name, string? Handle)> ToDecide { get; init; }

    public override string ToString() => nameof(HandOverModel);
}
