namespace IntakeBot.Core.Questionnaires;

/// <summary>A value, or every reason why there is none: <see cref="Value"/> is null exactly when there are problems.</summary>
public sealed record Checked<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class;
