using CsCheck;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>
/// Back to any earlier question, as often as she likes, with every answer changed on the way: nothing is lost, nothing is left behind.
/// She is followed by what stands on the screens; what applies is reckoned from the table of questions, not from the program's flags.
/// </summary>
public sealed class BackLaws
{
    private static readonly IReadOnlyList<Question> All = ShippedQuestionnaire.Value.Main.Questions;

    /// <summary>Which button is pressed next, of those on the screen; a third of the presses are Back.</summary>
    private static readonly Gen<int> Thumb = Gen.OneOf(Gen.Const(-1), Gen.Int[0, 1000], Gen.Int[0, 1000]);

    public static MatrixTheoryData<int, int> DangerAndWho => new([0, 1, 2, 3], [0, 1, 2, 3]);

    [Fact]
    public void What_is_sealed_at_the_end_is_what_was_pressed_last_on_each_question_that_applies() => Thumb.List[0, 120].Sample(
        thumbs =>
        {
            var hers = new Her();
            foreach (var thumb in thumbs)
            {
                hers.Press(thumb < 0 ? hers.Find(Command.Back) ?? hers.Onward() : hers.Any(thumb));
            }

            while (!hers.IsDone)
            {
                hers.Press(hers.Onward());
            }

            Assert.Equal(hers.Expected(), hers.Sealed());
        },
        iter: 1000);

    [Theory]
    [MemberData(nameof(DangerAndWho))]
    public void Back_leads_from_the_end_through_every_question_that_applies_to_the_first(int danger, int who)
    {
        var hers = new Her();
        while (hers.Onward() != new Said.Press(Command.Done))
        {
            hers.Press(hers.Shown?.Slot switch
            {
                1 when danger < 3 => new Said.Choose(danger),
                2 => new Said.Choose(who),
                _ => hers.Onward(),
            });
        }

        List<int> seen = [];
        while (hers.Find(Command.Back) is { } back)
        {
            hers.Press(back);
            seen.Add(hers.Shown!.Slot);
        }

        Assert.Equal(hers.Applying().Select(q => q.Slot).Reverse(), seen);
    }

    /// <summary>Her thumb and her memory.</summary>
    private sealed class Her
    {
        private readonly Dictionary<Slot, Answer> _pressed = [];
        private readonly Dictionary<Slot, Answer> _sealed = [];
        private Walk _walk;
        private Screen _screen;

        public Her()
        {
            var begun = Conversation.AtGate(ShippedQuestionnaire.Value, Gate.Consent, 0).Handle(new Said.Press(Command.Consent));
            (_walk, _screen) = (begun.Walk!.Value, begun.Screen);
        }

        public bool IsDone { get; private set; }

        /// <summary>The question on the screen, known by its words.</summary>
        public Question? Shown => All.FirstOrDefault(q => ShippedQuestionnaire.Value.Languages[0].Questions[q.Id].Any(w => w.Text == _screen.Text));

        /// <summary>All but Hide, Erase and Done.</summary>
        private List<Said> Buttons => [.. _screen.Rows.Skip(1).SelectMany(r => r).Select(b => OptionCode.Read(b.Option)!).Where(s => s is not Said.Press { Command: Command.Done or Command.Erase })];

        public Said Any(int thumb) => Buttons[thumb % Buttons.Count];

        public Said? Find(Command command) => Buttons.Find(s => s == new Said.Press(command));

        public Said Onward() => Find(Command.Skip) ?? Find(Command.Next) ?? new Said.Press(Command.Done);

        public void Press(Said said)
        {
            Remember(said);
            var turn = Conversation.AtWalk(ShippedQuestionnaire.Value, _walk).Handle(said);
            IsDone = turn.Deed is Deed.Finish;
            foreach (var write in turn.Seal)
            {
                _sealed[write.Slot] = Answer.Decode(write.Payload.Span)!;
            }

            (_walk, _screen) = (turn.Walk ?? _walk, turn.Screen);
        }

        public IEnumerable<Question> Applying() => All.Where(q => q.Slot switch
        {
            3 => !Chose(2, 2),
            10 or 11 => (Chose(2, 1) || Chose(2, 2)) && !Chose(1, 0),
            _ => true,
        });

        public IEnumerable<string> Expected() => Told(q => Applying().Contains(q) ? _pressed[Slot.Question(q.Slot)] : new Answer.Empty());

        public IEnumerable<string> Sealed() => Told(q => _sealed[Slot.Question(q.Slot)]);

        private static IEnumerable<string> Told(Func<Question, Answer> answer) => All.Select(q => $"S{q.Slot:00} {Convert.ToHexString(answer(q).Encode())}");

        private bool Chose(int slot, byte option) => _pressed.GetValueOrDefault(Slot.Question(slot)) == new Answer.One(option);

        private void Remember(Said said)
        {
            if (Shown is { } question && Pressed(question, said) is { } answer)
            {
                _pressed[Slot.Question(question.Slot)] = answer;
            }
        }

        /// <summary>In a question of many: the boxes that are on, with the one that is pressed now.</summary>
        private Answer? Pressed(Question question, Said said) => said switch
        {
            Said.Choose choose when question.Many => new Answer.Set((ushort)(1 << choose.Option)),
            Said.Choose choose => new Answer.One((byte)choose.Option),
            Said.Toggle toggle => new Answer.Set((ushort)(Boxes() ^ (1 << toggle.Option))),
            Said.Press { Command: Command.Skip } => new Answer.Skipped(),
            _ => null,
        };

        private int Boxes() => _screen.Rows.SelectMany(r => r).Where(b => b.Label.StartsWith('☑')).Select(b => OptionCode.Read(b.Option)).OfType<Said.Toggle>().Sum(t => 1 << t.Option);
    }
}
