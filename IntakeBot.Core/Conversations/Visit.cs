using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>
/// A person who came back with a receipt code: replies one by one, and what she may add, change and erase. Decides; never waits,
/// stores or reads a clock. Knows nothing of whether the code opened anything.
/// </summary>
public sealed class Visit
{
    private readonly Questionnaire _questionnaire;
    private readonly VisitScreens _screens;
    private readonly byte _language;
    private VisitView _view;

    private Visit(Questionnaire questionnaire, Booklet? booklet, byte language, VisitView view)
    {
        (_questionnaire, _language, _view) = (questionnaire, language, view);
        _screens = new(questionnaire, new(questionnaire, booklet ?? Booklet.Empty));
    }

    public static Visit At(Questionnaire questionnaire, byte language, VisitView view, Booklet? booklet = null) => new(questionnaire, booklet, language, view);

    /// <summary>The page as it stands; a stale, repeated or senseless press brings it and changes nothing.</summary>
    public Turn Current() => new() { Deed = Deed.None, Screen = _screens.Draw(_language, _view), View = _view };

    /// <summary>The page under a line that says what became of the press.</summary>
    public Turn Under(ScreenName line) => Current() is var turn ? turn with { Screen = _screens.Plain.Under(line, turn.Screen) } : turn;

    public Turn Handle(Said said)
    {
        if (said is Said.Other or Said.Text)
        {
            return Under(ScreenName.ButtonsOnly);
        }

        var from = StateOf(_view.Page);
        if (Decide(from, said) is not { } step || Machine.After(from, step) is not { } to)
        {
            return Current();
        }

        _view = step.View ?? _view;
        var turn = new Turn { Deed = DeedOf(from, step.Trigger), Screen = Draw(to), Seal = step.Seal, View = IsOfVisit(to) ? _view : null };
        return LineAfter(step.Trigger) is { } line ? turn with { Screen = _screens.Plain.Under(line, turn.Screen) } : turn;
    }

    private static State StateOf(VisitPage page) => page switch
    {
        VisitPage.Own => State.Own,
        VisitPage.Adding => State.Adding,
        VisitPage.Danger => State.AddedDanger,
        VisitPage.EraseAll => State.EraseAll,
        VisitPage.NewCode => State.NewCode,
        _ => State.Answers,
    };

    private static bool IsOfVisit(State state) => state is State.Answers or State.Own or State.Adding or State.AddedDanger or State.EraseAll or State.NewCode;

    private static Deed DeedOf(State from, Trigger trigger) => (from, trigger) switch
    {
        (_, Trigger.Hide) => Deed.Hide,
        (_, Trigger.EraseYes) => Deed.Erase,
        (_, Trigger.Forget) => Deed.Forget,
        (_, Trigger.Reply or Trigger.Answer) => Deed.Add,
        (_, Trigger.NewNumber) => Deed.Offer,
        (_, Trigger.Taken) => Deed.Renew,
        (State.Answers, Trigger.Back) => Deed.Close,
        _ => Deed.None,
    };

    private static ScreenName? LineAfter(Trigger trigger) => trigger switch
    {
        Trigger.Reply => ScreenName.Told,
        Trigger.Mispicked => ScreenName.CodeWrong,
        Trigger.Taken => ScreenName.CodeChanged,
        _ => null,
    };

    private static ReplyAnswer? AnswerOf(Said said) => (said as Said.Press)?.Command switch
    {
        Command.Yes => ReplyAnswer.Yes,
        Command.No => ReplyAnswer.No,
        Command.NotNow => ReplyAnswer.NotNow,
        Command.Stop => ReplyAnswer.Stop,
        _ => null,
    };

    private Screen Draw(State to) => to switch
    {
        State.Cover => _screens.Plain.Cover(_language),
        State.Safe => _screens.Plain.Safe(_language),
        State.Erased => _screens.Plain.Erased(_language),
        State.Complaint => _screens.Plain.Complaint(_language),
        State.Numbers => _screens.Plain.Numbers(_language, page: null),
        _ => _screens.Draw(_language, _view),
    };

    private Step? Decide(State from, Said said) => (said, from) switch
    {
        (Said.Start, _) => new(Trigger.Start),
        (Said.Press { Command: Command.Hide }, _) => new(Trigger.Hide),
        (Said.Press { Command: Command.Read }, State.Answers) when _view.Reply is not null => new(Trigger.Forget) { View = _view },
        (_, State.Answers) when _view.Reply is not null && AnswerOf(said) is { } answer => Replied(answer),
        (Said.Press { Command: Command.More }, State.Answers) => To(Trigger.More, VisitPage.Own),
        (Said.Press { Command: Command.Back }, State.Answers) when _view.Reply is null => new(Trigger.Back),
        (Said.Press { Command: Command.Back }, State.Own) => To(Trigger.Back, VisitPage.Answers),
        (Said.Press { Command: Command.Back }, State.Adding or State.EraseAll or State.NewCode) => To(Trigger.Back, VisitPage.Own),
        (Said.Press { Command: Command.TellMore }, State.Own) when _questionnaire.Later.Count > 0 => To(Trigger.TellMore, VisitPage.Adding),
        (Said.Press { Command: Command.NewNumber }, State.Own) => To(Trigger.NewNumber, VisitPage.NewCode),
        (Said.Press { Command: Command.Erase }, State.Own) => To(Trigger.Erase, VisitPage.EraseAll),
        (Said.Press { Command: Command.Complaint }, State.Own) when _questionnaire.Complaint is not null => new(Trigger.Complaint),
        (Said.Press { Command: Command.EraseYes }, State.EraseAll) => new(Trigger.EraseYes),
        (Said.Choose choose, State.NewCode) when _view.Code is { } code && choose.Option < CodeChoices.Count =>
            choose.Option == code.Choices.Right ? To(Trigger.Taken, VisitPage.Own) : new(Trigger.Mispicked),
        (Said.Choose choose, State.Adding) when choose.Option < _questionnaire.Later[_view.Question].Options.Count => Added((byte)choose.Option),
        (Said.Press { Command: Command.Skip }, State.Adding) => Onward(Trigger.Skip),
        (Said.Press { Command: Command.Next }, State.AddedDanger) => Onward(Trigger.Next),
        (Said.Press { Command: Command.Numbers }, State.AddedDanger) when _screens.Plain.HasNumbers => new(Trigger.Numbers),
        _ => null,
    };

    private Step To(Trigger trigger, VisitPage page) => new(trigger) { View = _view with { Page = page, Question = 0, Code = null } };

    private Step Replied(ReplyAnswer answer)
    {
        var answered = ReplyAnswers.With(_view.Answered, _view.ReplyName, answer, _view.Today);
        return new(Trigger.Reply) { View = _view with { Answered = answered }, Seal = [new(Slot.Reserved[0], answered.Encode())] };
    }

    private Step Added(byte option)
    {
        var addition = new Addition { Option = option, Day = _view.Today, QuestionnaireHash = _view.QuestionnaireHash };
        var onward = Onward(Trigger.Answer);
        return onward with
        {
            Seal = [new(Slot.Reserved[1 + _view.Question], addition.Encode())],
            View = _questionnaire.Later[_view.Question].Options[option].Danger ? _view with { Page = VisitPage.Danger } : onward.View,
        };
    }

    /// <summary>To the next question, or back to what the code is good for.</summary>
    private Step Onward(Trigger trigger) => new(trigger)
    {
        View = _view.Question + 1 < _questionnaire.Later.Count ? _view with { Page = VisitPage.Adding, Question = _view.Question + 1 } : _view with { Page = VisitPage.Own, Question = 0 },
    };
}
