using System.Collections.Concurrent;
using CsCheck;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>
/// A person who presses, types, starts anew, changes the language, hides and erases in whatever order, from the first screen on. MODEL_SEQUENCES in
/// the environment sets how many such sequences there are.
/// </summary>
public sealed class ModelTests
{
    private static readonly Questionnaire Asked = ShippedQuestionnaire.WithNote;

    private static readonly Booklet Beside = ShippedQuestionnaire.Booklet;

    private static readonly int Sequences = int.TryParse(Environment.GetEnvironmentVariable("MODEL_SEQUENCES"), out var many) ? many : 100_000;

    private static readonly Dictionary<int, string> GateNames =
        typeof(Gate).GetFields().Where(f => f.IsLiteral && f.Name != nameof(Gate.Last)).ToDictionary(f => (int)f.GetRawConstantValue()!, f => f.Name);

    [Fact]
    public void Whatever_she_does_the_invariants_hold_and_every_way_is_gone()
    {
        var ways = new ConcurrentDictionary<string, byte>();

        Gen.Int[0, 255].Array[0, 60].Sample(
            thumbs =>
            {
                var her = new Her(ways, thumbs.FirstOrDefault());
                foreach (var thumb in thumbs)
                {
                    her.Do(thumb);
                }
            },
            iter: Sequences);

        Assert.Equal([], Ways.Drawn().Except(ways.Keys));
        Assert.Equal([], ways.Keys.Except(Ways.Drawn()));
    }

    /// <summary>What the hotline keeps of her between two presses: the screen's step and language, and the walk while there is one.</summary>
    private sealed class Her
    {
        private readonly ConcurrentDictionary<string, byte> _ways;
        private Walk? _walk;
        private Screen _screen;
        private int _mixed;

        /// <summary>Mostly at the first screen; now and then where only a lost row, a finished intake or one last question leads.</summary>
        public Her(ConcurrentDictionary<string, byte> ways, int begin)
        {
            _ways = ways;
            if (begin % 16 is 3 or 5)
            {
                _walk = Conversation.AtGate(Asked, Gate.Consent, 0).Handle(new Said.Press(Command.Consent)).Walk!.Value with { ToAsk = begin % 16 == 3 ? 1u << 1 : 1u << 12 };
            }

            _screen = _walk is { } last
                ? Conversation.AtWalk(Asked, last).Current().Screen
                : begin % 16 == 4 ? Conversation.AtGate(Asked, Gate.End, 0, booklet: Beside).Closed().Screen
                : Conversation.AtGate(Asked, (begin % 16) switch { 1 => Gate.End, 2 => Gate.Done, _ => Gate.Language }, 0).Current().Screen;
        }

        public void Do(int thumb)
        {
            var said = thumb switch
            {
                < 8 => new Said.Start(),
                < 12 => new Said.Other(),
                < 14 => new Said.Text("아이가 아픕니다"),
                < 16 => new Said.Text("01012345678"),
                < 18 => new Said.Press(Command.Hide),
                < 28 => Anything(thumb),
                _ => Buttons()[thumb % Buttons().Count],
            };
            var (from, at) = (Name(_screen, _walk), At());
            var before = at.Current().Screen;
            var turn = at.Handle(said);
            var to = Name(turn.Screen, turn.Walk ?? _walk);
            Invariants.Check(before, said, turn);
            var turned = from is "Menu" or "Numbers" && said is Said.Choose or Said.Press { Command: Command.Really or Command.Kept } && turn.Screen.Text != before.Text;
            if (turn.Deed is not Deed.None || from != to || turned || said is Said.Press { Command: Command.Hide } or Said.Start || (said is Said.Press { Command: Command.Again } && Buttons().Contains(said)))
            {
                _ = _ways.TryAdd(Ways.Gone(from, to, said), 0);
            }

            _walk = turn.Deed is Deed.Finish or Deed.Erase ? null : turn.Walk ?? _walk;
            _screen = turn.Screen;
        }

        /// <summary>What some button says, mostly one that is not on the screen: half of them commands.</summary>
        private Said Anything(int thumb)
        {
            _mixed = ((_mixed * 75) + thumb) % 65_537;
            return OptionCode.Read((byte)(_mixed % 2 == 0 ? 160 + (_mixed / 2 % 20) : _mixed / 2 % 96)) ?? new Said.Other();
        }

        private static string Name(Screen screen, Walk? walk) => screen.Step switch
        {
            > Gate.Last => walk is { } there ? there.Stage.ToString() : "",
            var step => GateNames[step],
        };

        private List<Said> Buttons() => [.. _screen.Rows.SelectMany(r => r).Select(b => OptionCode.Read(b.Option)!)];

        private Conversation At() => _screen.Step > Gate.Last
            ? Conversation.AtWalk(Asked, _walk!.Value, Beside)
            : Conversation.AtGate(Asked, _screen.Step, _screen.Language, _walk, Beside);
    }
}
