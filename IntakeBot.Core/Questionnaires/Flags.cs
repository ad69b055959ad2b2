namespace IntakeBot.Core.Questionnaires;

/// <summary>Up to 31 named facts about the walk that a later question or wording needs; what is remembered of answers, nothing more.</summary>
public readonly record struct Flags(uint Bits)
{
    public static readonly Flags None;

    /// <summary>The highest bit, which no name of a questionnaire gets: a note was given, so that Done does not seal its slot "empty".</summary>
    public static readonly Flags NoteGiven = new(1u << 31);

    public bool Has(Flags all) => (Bits & all.Bits) == all.Bits;

    public Flags With(Flags more) => new(Bits | more.Bits);

    public Flags Without(Flags less) => new(Bits & ~less.Bits);
}
