namespace IntakeBot.Tests.Support;

/// <summary>The machine's clock, wrong by always the same.</summary>
internal sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
