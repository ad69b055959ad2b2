namespace IntakeBot.Desk;

/// <summary>One week or several, and what is of them.</summary>
internal sealed record WeekSpan<T>(Week First, Week Last, IReadOnlyList<T> Items)
{
    /// <summary>True where nothing of it may be told yet but that it is there.</summary>
    public bool IsFew => Items.Count is > 0 and < CountGrid.Least;

    public override string ToString() => nameof(WeekSpan<>);
}
