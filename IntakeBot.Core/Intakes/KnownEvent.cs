namespace IntakeBot.Core.Intakes;

/// <summary>
/// An event under its name. Not <paramref name="IsVerified"/>: the roster does not have its author any more, so any member who could open the
/// intake may have written it.
/// </summary>
public sealed record KnownEvent(EventHash Hash, CaseEvent Event, bool IsVerified)
{
    public override string ToString() => nameof(KnownEvent);
}
