using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>What the buttons of one screen carry: where the conversation is, and what opens it.</summary>
internal readonly record struct Pair(Locator Locator, StepKey Key)
{
    public static Pair Draw(Day today) => new(Locator.Draw(today), StepKey.Draw());

    public override string ToString() => nameof(Pair);
}
