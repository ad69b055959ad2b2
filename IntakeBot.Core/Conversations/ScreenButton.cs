namespace IntakeBot.Core.Conversations;

/// <summary>One button: what it reads, and its option byte (<see cref="OptionCode"/>).</summary>
public sealed record ScreenButton(string Label, byte Option)
{
    public override string ToString() => nameof(ScreenButton);
}
