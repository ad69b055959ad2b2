namespace IntakeBot.Core.Hotline;

/// <summary>What a button reads and, in <paramref name="Data"/>, the 64 characters of its callback token.</summary>
public sealed record DrawnButton(string Label, string Data)
{
    public override string ToString() => nameof(DrawnButton);
}
