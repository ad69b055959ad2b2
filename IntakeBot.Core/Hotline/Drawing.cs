namespace IntakeBot.Core.Hotline;

/// <summary>A screen ready to be sent: plain text and rows of buttons, top to bottom.</summary>
public sealed record Drawing(string Text, IReadOnlyList<IReadOnlyList<DrawnButton>> Rows)
{
    public override string ToString() => nameof(Drawing);
}
