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

    private static readonly ShownCode Code = ReceiptCode.Draw() is var code ? new(code, code.Choices(new byte[16])) : null!;

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
        private Walk? _left;
        private VisitView? _visit;
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
            if (begin % 16 is 8 or 9 or 10)
            {
                BeginComplaint(begin);
            }
            else if (begin % 16 is 6 or 7)
            {
                _visit = new() { Today = 20_000, QuestionnaireHash = new byte[Heading.HashSize], Reply = begin % 16 == 6 ? Reply.Of("en", "Tomorrow.") : null, ReplyName = 7 };
                _visit = begin % 32 is 23 ? _visit with { Page = VisitPage.Danger, Question = Asked.Later.Count - 1 } : _visit;
                _screen = Visit.At(Asked, 0, _visit, Beside).Current().Screen;
            }
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
            var from = Name(_screen, _walk, _visit);
            var before = _visit is null ? At(said).Current().Screen : Visit.At(Asked, _screen.Language, _visit, Beside).Current().Screen;
            var turn = _visit is null ? At(said).Handle(said) : Visit.At(Asked, _screen.Language, _visit, Beside).Handle(said);
            Invariants.Check(before, said, turn, _walk?.Form ?? 0);
            var walked = turn.Deed is Deed.Finish ? _walk!.Value with { Stage = Stage.Code } : turn.Walk ?? _walk;
            var screen = turn.Deed is Deed.Finish ? Conversation.AtWalk(Asked, walked!.Value, Beside, Code, _left is not null).Current().Screen : turn.Screen;
            var to = Name(screen, walked, turn.View);
            var turned = (from is "Menu" or "Numbers" && said is Said.Choose or Said.Press { Command: Command.Really or Command.Kept or Command.Number } && turn.Screen.Text != before.Text)
                || (from is "Adding" && turn.View?.Question != _visit!.Question)
                || (from is "Code" or "NewCode" && said is Said.Choose && Buttons().Contains(said));
            from = from is "Menu" && said is Said.Press { Command: Command.ComplaintYes } ? "Complaint"
                : from is "Complaint" && said is not (Said.Start or Said.Press { Command: Command.Hide }) && !Buttons().Contains(said) ? "Menu" : from;

            // A senseless press on the complaint door brings the menu that it is a page of.
            var away = from != to && (from, to) is not ("Complaint", "Menu");
            if (turn.Deed is not Deed.None || away || turned || said is Said.Press { Command: Command.Hide } or Said.Start || (said is Said.Press { Command: Command.Again } && Buttons().Contains(said)))
            {
                _ = _ways.TryAdd(Ways.Gone(from, to, said), 0);
            }

            Move(said, turn, walked);
            _screen = screen;
        }

        /// <summary>A complaint that was begun from anywhere: at its code, at its menu, or behind it.</summary>
        private void BeginComplaint(int begin)
        {
            var stage = (Stage)(begin / 16 % 4);
            var left = new Questions(Asked.Main).First(0) with { Stage = stage, ToAsk = stage is Stage.Finish or Stage.Code ? 0 : 1u << 12 };
            var complaint = new Questions(Asked.Complaint!).First(0) with { Form = 1, Stage = Stage.Code, ToAsk = 0 };
            (_walk, _left) = begin % 16 is 8 ? (left, null) : (complaint, (Walk?)left);
            var at = Conversation.AtWalk(Asked, complaint, Beside, Code, hasWayBack: true);
            _screen = (begin % 16) switch
            {
                8 => at.Handle(new Said.Press(Command.NoNumber)).Screen,
                9 => at.Current().Screen,
                _ => at.Handle(new Said.Press(Command.More)).Screen,
            };
        }

        /// <summary>A complaint is a conversation of its own: where it ends or is left, the one before goes on.</summary>
        private void Move(Said said, Turn turn, Walk? walked)
        {
            if (turn.Deed is Deed.Begin)
            {
                (_left, _walk) = (turn.Walk!.Value.Form > 0 ? _walk : null, turn.Walk);
            }
            else if (turn.Deed is Deed.Take or Deed.Refuse or Deed.Erase || (said is Said.Press { Command: Command.Return } && turn.Walk is not null))
            {
                (_walk, _left) = (turn.Walk ?? _left, null);
            }
            else
            {
                _walk = walked;
            }

            _visit = turn.Deed is Deed.Offer ? turn.View! with { Code = Code } : turn.View;
        }

        /// <summary>What some button says, mostly one that is not on the screen: half of them commands.</summary>
        private Said Anything(int thumb)
        {
            _mixed = ((_mixed * 75) + thumb) % 65_537;
            return OptionCode.Read((byte)(_mixed % 2 == 0 ? 160 + (_mixed / 2 % 29) : _mixed / 2 % 96)) ?? new Said.Other();
        }

        private static string Name(Screen screen, Walk? walk, VisitView? visit) => screen.Step switch
        {
            > Gate.Last => walk is { } there ? there.Stage.ToString() : "",
            Gate.Mailbox => visit!.Page is VisitPage.Danger ? "AddedDanger" : visit.Page.ToString(),
            Gate.Menu when screen.Text == Asked.Languages[screen.Language].Screens[ScreenName.Complaint] => "Complaint",
            var step => GateNames[step],
        };

        private List<Said> Buttons() => [.. _screen.Rows.SelectMany(r => r).Select(b => OptionCode.Read(b.Option)!)];

        private Conversation At(Said said) => _screen.Step > Gate.Last
            ? Conversation.AtWalk(Asked, _walk!.Value, Beside, Code, _left is not null)
            : Conversation.AtGate(
                Asked, _screen.Step, _screen.Language, said is Said.Press { Command: Command.Return } && _screen.Step is Gate.Menu ? _left : _walk, Beside, Code);
    }
}
