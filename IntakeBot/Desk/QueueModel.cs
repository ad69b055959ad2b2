namespace IntakeBot.Desk;

/// <summary>What the queue's page shows, in the staff member's words.</summary>
public sealed record QueueModel
{
    /// <summary>Groups of filters by what they filter.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyList<QueueFilter> Filters)> Filters { get; init; }

    public required IReadOnlyList<QueueRow> Rows { get; init; }

    /// <summary>Query of the page before; null: there is none.</summary>
    public string? Previous { get; init; }

    public string? Next { get; init; }

    /// <summary>Sentences on what was erased; its place is in them, so that exports of it can be found.</summary>
    public IReadOnlyList<string> Erased { get; init; } = [];

    /// <summary>How many rows are for others.</summary>
    public string? Others { get; init; }

    /// <summary>While the desk still fetches.</summary>
    public string? Progress { get; init; }

    public override string ToString() => nameof(QueueModel);
}
