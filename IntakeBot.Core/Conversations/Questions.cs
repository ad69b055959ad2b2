using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>Which question a walk stands at, and where an answer, Skip or Back leads. Pure arithmetic on the walk's bits.</summary>
internal sealed class Questions(Form form)
{
    /// <summary>The walk at the first question, right after consent.</summary>
    public Walk First(byte language) => new()
    {
        Form = 0,
        Language = language,
        Stage = Stage.Asking,
        Commits = 1,
        ToAsk = form.Questions.Aggregate(0u, (bits, question) => bits | Bit(question)),
        Flags = 0,
        Toggles = 0,
    };

    /// <summary>The question of the lowest slot still to ask whose condition holds; null when everything was asked.</summary>
    public Question? Current(Walk walk) =>
        form.Questions.FirstOrDefault(q => (walk.ToAsk & Bit(q)) != 0 && Applies(q, walk));

    /// <summary>The nearest earlier question that applies; null at the first.</summary>
    public Question? Previous(Walk walk)
    {
        var current = Current(walk);
        return form.Questions.LastOrDefault(q => (current is null || q.Slot < current.Slot) && Applies(q, walk));
    }

    /// <summary>True where what is typed may be her note.</summary>
    public bool AwaitsNote(Walk walk) => form.TakesNote && walk.Stage is Stage.Finish;

    /// <summary>What a press on a walk's screen would do; null where it makes no sense there.</summary>
    public Step? Decide(Walk walk, Said said)
    {
        var question = walk.Stage is Stage.Asking ? Current(walk) : null;
        return (said, question) switch
        {
            (Said.Choose choose, { Many: false }) when choose.Option < question.Options.Count =>
                Answered(Trigger.Answer, walk, question, (ushort)(1 << choose.Option), new Answer.One((byte)choose.Option)),
            (Said.Choose choose, { Many: true }) when IsAlone(question, choose.Option) is true =>
                Answered(Trigger.Answer, walk, question, (ushort)(1 << choose.Option), new Answer.Set((ushort)(1 << choose.Option))),
            (Said.Toggle toggle, { Many: true }) when IsAlone(question, toggle.Option) is false => Toggled(walk, question, toggle),
            (Said.Press { Command: Command.Skip }, not null) when walk.Toggles == 0 => Answered(Trigger.Skip, walk, question, 0, new Answer.Skipped()),
            (Said.Press { Command: Command.Next }, { Many: true }) when walk.Toggles != 0 =>
                new(Trigger.Next) { Walk = Behind(walk, question, walk.Toggles) },
            (Said.Press { Command: Command.Next }, null) when walk.Stage is Stage.Danger =>
                new(Trigger.Next) { Walk = Stepped(walk) with { Stage = StageOf(walk) } },
            (Said.Press { Command: Command.Back }, _) when walk.Stage is not Stage.Danger && Previous(walk) is { } previous =>
                new(Trigger.Back) { Walk = Stepped(walk) with { Stage = Stage.Asking, ToAsk = walk.ToAsk | Bit(previous), Toggles = 0 } },
            (Said.Text text, null) when AwaitsNote(walk) && NoteCatcher.Take(text.Value) is { } note => Noted(walk, note),
            (Said.Press { Command: Command.Done }, null) when walk.Stage is Stage.Finish => new(Trigger.Done) { Seal = Unanswered(walk) },
            _ => null,
        };
    }

    /// <summary>Null where there is no such option.</summary>
    private static bool? IsAlone(Question question, int option) => option < question.Options.Count ? question.Options[option].Alone : null;

    private static Step Toggled(Walk walk, Question question, Said.Toggle toggle)
    {
        var bit = 1 << toggle.Option;
        var toggles = (ushort)(toggle.On ? walk.Toggles | bit : walk.Toggles & ~bit);
        return new(Trigger.Toggle)
        {
            Walk = Raised(Stepped(walk), question, toggles) with { Toggles = toggles },
            Seal = Write(question, new Answer.Set(toggles)),
        };
    }

    private static Step Noted(Walk walk, Note note) => new(Trigger.Note)
    {
        Walk = Stepped(walk) with { Flags = new Flags(walk.Flags).With(Flags.NoteGiven).Bits },
        Seal = [new(Slot.Note, note.Encode())],
    };

    private static bool Applies(Question question, Walk walk) => question.When?.Holds(new(walk.Flags)) ?? true;

    private static Walk Stepped(Walk walk) => walk with { Commits = (ushort)(walk.Commits + 1) };

    private static Walk Raised(Walk walk, Question question, ushort chosen)
    {
        var flags = question.Options.Aggregate(new Flags(walk.Flags), (f, option) => f.Without(option.Raises));
        return walk with { Flags = Chosen(question, chosen).Aggregate(flags, (f, option) => f.With(option.Raises)).Bits };
    }

    private static IEnumerable<Option> Chosen(Question question, ushort chosen) =>
        question.Options.Where((_, i) => (chosen & (1 << i)) != 0);

    private static SlotWrite[] Write(Question question, Answer answer) => [new(Slot.Question(question.Slot), answer.Encode())];

    private static uint Bit(Question question) => 1u << question.Slot;

    private Step Answered(Trigger trigger, Walk walk, Question question, ushort chosen, Answer answer) =>
        new(trigger) { Walk = Behind(walk, question, chosen), Seal = Write(question, answer) };

    /// <summary>The walk with <paramref name="question"/> behind it and only the flags of the chosen options raised by it.</summary>
    private Walk Behind(Walk walk, Question question, ushort chosen)
    {
        var next = Raised(Stepped(walk), question, chosen) with { ToAsk = walk.ToAsk & ~Bit(question), Toggles = 0 };
        return next with { Stage = Chosen(question, chosen).Any(o => o.Danger) ? Stage.Danger : StageOf(next) };
    }

    private Stage StageOf(Walk walk) => Current(walk) is null ? Stage.Finish : Stage.Asking;

    /// <summary>Every slot that holds no answer and no note, also one whose question a later answer has ruled out, to be sealed "empty".</summary>
    private SlotWrite[] Unanswered(Walk walk)
    {
        var answered = form.Questions.Where(q => Applies(q, walk)).Select(q => Slot.Question(q.Slot)).Append(Slot.Heading).ToHashSet();
        if (new Flags(walk.Flags).Has(Flags.NoteGiven))
        {
            _ = answered.Add(Slot.Note);
        }

        var empty = new Answer.Empty().Encode();
        return [.. Slot.All.Where(slot => !answered.Contains(slot)).Select(slot => new SlotWrite(slot, empty))];
    }
}
