namespace IntakeBot.Core.Intakes;

/// <summary>One line of a case: what was said, and by which event.</summary>
public sealed record CaseEntry<TBody>(KnownEvent By, TBody Body)
    where TBody : EventBody
{
    public byte Author => By.Event.Author;

    public DateTimeOffset At => By.Event.At;

    public override string ToString() => nameof(CaseEntry<>);
}
