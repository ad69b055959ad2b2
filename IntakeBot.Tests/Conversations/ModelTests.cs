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

        var drawn = Conversation.Diagram().Split('\n').Where(l => l.Contains(" : ", StringComparison.Ordinal)).Select(l => l.Split(" : ")[0].Trim()).Distinct();
        Assert.Equal([], drawn.Except(ways.Keys));
        Assert.Equal([], ways.Keys.Except(drawn));
    }

    /// <summary>What the hotline keeps of her between two presses: the screen's step and language, and the walk while there is one.</summary>
    private sealed class Her
    {
        private readonly ConcurrentDictionary<string, byte> _ways;
        private Walk? _walk;
        private Screen _screen;

        /// <summary>Mostly at the first screen; now and then where only a lost row, a finished intake or one last question leads.</summary>
        public Her(ConcurrentDictionary<string, byte> ways, int begin)
        {
            _ways = ways;
            if (begin % 16 == 3)
            {
                _walk = Conversation.AtGate(Asked, Gate.Consent, 0).Handle(new Said.Press(Command.Consent)).Walk!.Value with { ToAsk = 1 << 1 };
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
                < 28 => OptionCode.Read((byte)(thumb * 37 % 256)) ?? new Said.Other(),
                _ => Buttons()[thumb % Buttons().Count],
            };
            var (from, at) = (Name(_screen, _walk), At());
            var before = at.Current().Screen.Text;
            var turn = at.Handle(said);
            var to = Name(turn.Screen, turn.Walk ?? _walk);
            Check(from, said, turn);
            var turned = from is "Menu" or "Numbers" && said is Said.Choose or Said.Press { Command: Command.Really or Command.Kept } && turn.Screen.Text != before;
            if (turn.Deed is not Deed.None || from != to || turned || said is Said.Press { Command: Command.Again or Command.Hide } or Said.Start)
            {
                _ = _ways.TryAdd($"{from} --> {to}", 0);
            }

            _walk = turn.Deed is Deed.Finish or Deed.Erase ? null : turn.Walk ?? _walk;
            _screen = turn.Screen;
        }

        private static void Check(string from, Said said, Turn turn)
        {
            var isDanger = turn.Screen.Step > Gate.Last && turn.Walk is { Stage: Stage.Danger } && said is Said.Choose;
            Assert.True(turn.Seal.Count <= 1 || turn.Deed is Deed.Finish, "I3: one press changes at most one slot");
            Assert.True(turn.Deed is Deed.Commit or Deed.Finish || turn.Seal.Count == 0, "I3: what is not committed seals nothing");
            Assert.True(said is not (Said.Start or Said.Other) || turn.Deed is Deed.None, "I3, I8: what is typed stores nothing");
            Assert.True(said is not Said.Text || turn.Deed is Deed.None || (from is "Finish" && turn.Seal is [{ Slot.Number: 20 }]), "I3: words are sealed only where a note is awaited");
            Assert.True(!turn.Screen.Text.Contains("아이가 아픕니다", StringComparison.Ordinal) && !turn.Screen.Text.Contains("01012345678", StringComparison.Ordinal), "I3: no screen repeats what was typed");
            Assert.True(said is not Said.Press { Command: Command.Hide } || (turn.Deed is Deed.Hide && turn.Screen.Step == Gate.Cover), "I4: Hide works everywhere");
            Assert.True(turn.Screen.Step == Gate.Cover || turn.Screen.Rows[0][0].Option == (byte)Command.Hide, "I4: Hide stands first");
            Assert.True(from is not "Asking" || said is not Said.Press { Command: Command.Erase } || turn.Screen.Step == Gate.Erase, "I7: Erase stands on every question");
            Assert.True(turn.Deed is not Deed.Erase || from is "Erase", "I7: Erase takes two presses");
            Assert.True(!isDanger || turn.Seal is [{ Slot.Number: 1 }], "I6: danger is sealed before its screen");
            Assert.True(
                turn.Walk is not { Stage: Stage.Asking } || turn.Screen.Rows.Any(r => r.Any(b => b.Option is (byte)Command.Skip or (byte)Command.Next)), "I5: Skip works on every question");
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
