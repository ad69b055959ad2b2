namespace IntakeBot.Core.Questionnaires;

/// <summary>Up to 32 named facts about the walk that a later question or wording needs; what is remembered of answers, nothing more.</summary>
public readonly record struct Flags(uint Bits)
{
    public static readonly Flags None;

    public bool Has(Flags all) => (Bits & all.Bits) == all.Bits;

    public Flags With(Flags more) => new(Bits | more.Bits);

    public Flags Without(Flags less) => new(Bits & ~less.Bits);
}
