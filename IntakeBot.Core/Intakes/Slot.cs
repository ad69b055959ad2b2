namespace IntakeBot.Core.Intakes;

/// <summary>One of the twenty sealed drawers that every intake has, or the note. The number is bound into what is sealed.</summary>
public readonly record struct Slot
{
    private const int NoteNumber = 20;

    private Slot(int number) => Number = (byte)number;

    /// <summary>0 to 15: S00 to S15; 16: M; 17 to 19: R1 to R3; 20: the note.</summary>
    public byte Number { get; }

    /// <summary>Which questionnaire, roster, language, day and burst the answers belong to.</summary>
    public static Slot Heading => new(0);

    /// <summary>First 16 bytes of H of the reply public key.</summary>
    public static Slot Mailbox => new(16);

    public static Slot Note => new(NoteNumber);

    /// <summary>R1 to R3: for what she adds later, empty until then.</summary>
    public static IReadOnlyList<Slot> Reserved { get; } = [new(17), new(18), new(19)];

    /// <summary>All twenty-one, the note last.</summary>
    public static IEnumerable<Slot> All => Enumerable.Range(0, NoteNumber + 1).Select(n => new Slot(n));

    /// <summary>The slot of a question: 1 to 15.</summary>
    public static Slot Question(int number) =>
        number is >= 1 and <= 15 ? new(number) : throw new ArgumentOutOfRangeException(nameof(number), number, "Questions have slots 1 to 15.");

    public override string ToString() => Number switch
    {
        < 16 => $"S{Number:00}",
        16 => "M",
        < NoteNumber => $"R{Number - 16}",
        _ => "note",
    };
}
