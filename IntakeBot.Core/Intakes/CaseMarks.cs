using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Intakes;

/// <summary>Finds every <see cref="CaseMark"/> of a reading, the gravest first.</summary>
public static class CaseMarks
{
    private const byte Busy = 1;
    private const byte Flood = 2;

    /// <summary><paramref name="reading"/> is of <paramref name="form"/>.</summary>
    public static IReadOnlyList<CaseMark> Of(IntakeReading reading, Form form)
    {
        var marks = new List<CaseMark>();
        Add(marks, CaseMark.Tampered, reading.Heading is null || reading.Answers.Any(a => a.Kind is AnswerKind.Tampered));
        Add(marks, CaseMark.OtherQuestionnaire, reading is { QuestionnaireOk: false, Heading: not null });
        if (reading.QuestionnaireOk)
        {
            var (impossible, partial) = Walk(reading, form);
            Add(marks, CaseMark.Impossible, impossible || reading.Answers.Any(a => a.Kind is AnswerKind.Unreadable));
            Add(marks, CaseMark.Partial, partial);
        }

        Add(marks, CaseMark.Busy, reading.Heading?.Burst is Busy);
        Add(marks, CaseMark.Flood, reading.Heading?.Burst is Flood);
        return marks;
    }

    /// <summary>Walks the questions as she did: one that is not asked has no answer, one that is asked has one or was skipped.</summary>
    private static (bool Impossible, bool Partial) Walk(IntakeReading reading, Form form)
    {
        var (flags, impossible, partial) = (Flags.None, false, false);
        foreach (var question in form.Questions)
        {
            var answer = reading.Answers.FirstOrDefault(a => a.Question == question.Id);
            var isAsked = question.When?.Holds(flags) != false;
            impossible |= answer?.Kind is AnswerKind.One or AnswerKind.Set && !isAsked;
            partial |= answer?.Kind is AnswerKind.Empty && isAsked;
            foreach (var option in question.Options.Where(o => answer?.Options.Contains(o.Id) == true))
            {
                flags = flags.With(option.Raises);
            }
        }

        return (impossible, partial);
    }

    private static void Add(List<CaseMark> marks, CaseMark mark, bool holds)
    {
        if (holds)
        {
            marks.Add(mark);
        }
    }
}
