using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Conversations;

/// <summary>A receipt code on a screen, above six last groups of which one is its own.</summary>
public sealed record ShownCode(ReceiptCode Code, CodeChoices Choices)
{
    /// <summary>Says nothing: it is for one person.</summary>
    public override string ToString() => nameof(ShownCode);
}
