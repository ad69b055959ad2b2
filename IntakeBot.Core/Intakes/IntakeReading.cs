using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Intakes;

/// <summary>An opened intake in the words of its questionnaire: every question of one form with what was said, and every slot that was tampered with.</summary>
public sealed record IntakeReading
{
    private const int MailboxSize = 16;

    /// <summary>Null where S00 did not open or is not one.</summary>
    public required Heading? Heading { get; init; }

    /// <summary>Tag of the language she chose; null where it is not known.</summary>
    public required string? Language { get; init; }

    /// <summary>False where the intake was made with another questionnaire than the one given: then no answer's meaning is known.</summary>
    public required bool QuestionnaireOk { get; init; }

    /// <summary>What she wrote in her own words; null where there is none, or it cannot be read: then <see cref="Answers"/> says so.</summary>
    public required Note? Note { get; init; }

    /// <summary>M: the 16 bytes that name her mailbox; null where she wanted no number, or M cannot be read: then <see cref="Answers"/> says so.</summary>
    public required ReadOnlyMemory<byte>? Mailbox { get; init; }

    /// <summary>R1; null where she answered nothing yet.</summary>
    public required ReplyAnswers? ReplyAnswers { get; init; }

    /// <summary>R2 and R3, as far as she added something.</summary>
    public required IReadOnlyList<AdditionReading> Additions { get; init; }

    /// <summary>In the order of slots.</summary>
    public required IReadOnlyList<AnswerReading> Answers { get; init; }

    /// <summary>
    /// <paramref name="slots"/> as they were opened, null for one that did not open; <paramref name="hash"/> is that of
    /// <paramref name="questionnaire"/>.
    /// </summary>
    public static IntakeReading Of(IReadOnlyDictionary<Slot, byte[]?> slots, Questionnaire questionnaire, Form form, ReadOnlySpan<byte> hash)
    {
        var heading = slots.GetValueOrDefault(Slot.Heading) is { } bytes ? Heading.Decode(bytes) : null;
        var ok = heading is not null && heading.QuestionnaireHash.Span.SequenceEqual(hash);
        return new IntakeReading
        {
            Heading = heading,
            Language = ok && heading!.Language < questionnaire.Languages.Count ? questionnaire.Languages[heading.Language].Tag : null,
            QuestionnaireOk = ok,
            Note = slots.GetValueOrDefault(Slot.Note) is { } note ? Note.Decode(note) : null,
            Mailbox = slots.GetValueOrDefault(Slot.Mailbox) is { Length: MailboxSize } mailbox ? (ReadOnlyMemory<byte>?)mailbox : null,
            ReplyAnswers = slots.GetValueOrDefault(Slot.Reserved[0]) is { } answers ? ReplyAnswers.Decode(answers) : null,
            Additions = [.. new[] { Added(slots, 0, questionnaire, hash), Added(slots, 1, questionnaire, hash) }.OfType<AdditionReading>()],
            Answers = [.. Slot.All.Select(s => Read(s, slots.GetValueOrDefault(s), ok ? form.Questions.FirstOrDefault(q => q.Slot == s.Number) : null)).OfType<AnswerReading>()],
        };
    }

    /// <summary>Says nothing: it holds what a person said.</summary>
    public override string ToString() => nameof(IntakeReading);

    private static AnswerReading? Read(Slot slot, byte[]? payload, Question? question)
    {
        if (payload is null)
        {
            return new(slot, question?.Id, AnswerKind.Tampered, []);
        }

        if (slot == Slot.Note)
        {
            return Note.Decode(payload) is null && Answer.Decode(payload) is not Answer.Empty ? new(slot, null, AnswerKind.Unreadable, []) : null;
        }

        // M and R1 to R3 hold no answers to questions, and are told apart from them elsewhere.
        if (slot.Number >= Slot.Mailbox.Number)
        {
            return IsLater(slot, payload) || Answer.Decode(payload) is Answer.Empty ? null : new(slot, null, AnswerKind.Unreadable, []);
        }

        // S00 was read as the heading; what a free slot holds is no answer to a question.
        if (slot == Slot.Heading || (question is null && Answer.Decode(payload) is Answer.Empty))
        {
            return null;
        }

        return Answer.Decode(payload) switch
        {
            Answer.Empty => new(slot, question?.Id, AnswerKind.Empty, []),
            Answer.Skipped => new(slot, question?.Id, AnswerKind.Skipped, []),
            Answer.One one when Ids(question, 1UL << Math.Min(one.Option, (byte)63)) is { } ids && question is { Many: false } => new(slot, question.Id, AnswerKind.One, ids),
            Answer.Set set when Ids(question, set.Options) is { } ids && question is { Many: true } => new(slot, question.Id, AnswerKind.Set, ids),
            _ => new(slot, question?.Id, AnswerKind.Unreadable, []),
        };
    }

    private static bool IsLater(Slot slot, byte[] payload) =>
        slot == Slot.Mailbox ? payload.Length == MailboxSize
        : slot == Slot.Reserved[0] ? ReplyAnswers.Decode(payload) is not null
        : Addition.Decode(payload) is not null;

    /// <summary>The first of the questions of "later" is answered again in R2, the second in R3.</summary>
    private static AdditionReading? Added(IReadOnlyDictionary<Slot, byte[]?> slots, int number, Questionnaire questionnaire, ReadOnlySpan<byte> hash)
    {
        var slot = Slot.Reserved[1 + number];
        if (slots.GetValueOrDefault(slot) is not { } payload || Addition.Decode(payload) is not { } addition)
        {
            return null;
        }

        var question = addition.QuestionnaireHash.Span.SequenceEqual(hash) ? questionnaire.Later.ElementAtOrDefault(number) : null;
        return question?.Options.ElementAtOrDefault(addition.Option) is { } option
            ? new(slot, question.Id, option.Id, addition.Day) : new(slot, null, null, addition.Day);
    }

    /// <summary>Null where an option is named that the question does not have.</summary>
    private static string[]? Ids(Question? question, ulong mask) =>
        question is null || mask >> question.Options.Count != 0
            ? null
            : [.. question.Options.Where((_, i) => (mask >> i & 1) != 0).Select(o => o.Id)];
}
