namespace IntakeBot.Desk;

/// <summary>What may be shown of a count. <paramref name="Value"/> is null where it is hidden: nothing behind this knows it.</summary>
internal readonly record struct ShownCount(CountKind Kind, int? Value);
