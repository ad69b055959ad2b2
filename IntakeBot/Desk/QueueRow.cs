namespace IntakeBot.Desk;

/// <summary>One case in the queue, in words.</summary>
public sealed record QueueRow
{
    /// <summary>Names the case until the desk is locked.</summary>
    public required string Handle { get; init; }

    /// <summary>U1 to U4.</summary>
    public required string Level { get; init; }

    public required string LevelWord { get; init; }

    public string? MayBe { get; init; }

    public required string Due { get; init; }

    /// <summary>late, soon or calm: a class of the style sheet; the words say it too.</summary>
    public required string DueKind { get; init; }

    /// <summary>The gravest reason.</summary>
    public required string Why { get; init; }

    /// <summary>How many further reasons there are.</summary>
    public string? More { get; init; }

    public required IReadOnlyList<string> Marks { get; init; }

    public required string Language { get; init; }

    public required string Day { get; init; }

    public required string Assignee { get; init; }

    public string? Status { get; init; }

    public override string ToString() => nameof(QueueRow);
}
