using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>One person's walk from the gate to Done. Decides; never waits, sends, stores or reads a clock.</summary>
public sealed class Conversation
{
    /// <summary>Number of the form behind the complaint door.</summary>
    private const byte Complaint = 1;

    private readonly Questionnaire _questionnaire;
    private readonly Screens _screens;
    private State _state;
    private byte _language;
    private readonly Booklet _booklet;
    private Walk? _walk;
    private readonly ShownCode? _code;
    private readonly bool _hasWayBack;
    private string? _page;

    private Conversation(Questionnaire questionnaire, Booklet? booklet, State state, byte language, Walk? walk, ShownCode? code, bool hasWayBack)
    {
        (_code, _hasWayBack) = (code, hasWayBack);
        _questionnaire = questionnaire;
        _booklet = booklet ?? Booklet.Empty;
        _screens = new(questionnaire, _booklet);
        _state = state;
        _language = language;
        _walk = walk;
    }

    /// <summary>True where typed words may be her note; else they are as anything that is no button.</summary>
    public bool AwaitsNote => _state is State.Finish && QuestionsOf(_walk!.Value).AwaitsNote(_walk.Value);

    /// <summary>
    /// At a screen that needs no row, named by its step (<see cref="Gate"/>); an unknown step is the end screen.
    /// <paramref name="waiting"/>: the walk to which "safe now?" leads back, where there is one, and <paramref name="code"/> the code that
    /// waits there to be taken.
    /// </summary>
    public static Conversation AtGate(Questionnaire questionnaire, int step, byte language, Walk? waiting = null, Booklet? booklet = null, ShownCode? code = null) =>
        new(questionnaire, booklet, StateOf(step), language, waiting, code, hasWayBack: false);

    /// <summary>
    /// After consent, where <paramref name="walk"/> stands. <paramref name="code"/>: where it stands at <see cref="Stage.Code"/>;
    /// <paramref name="hasWayBack"/>: another conversation was left for this one.
    /// </summary>
    public static Conversation AtWalk(Questionnaire questionnaire, Walk walk, Booklet? booklet = null, ShownCode? code = null, bool hasWayBack = false) =>
        new(questionnaire, booklet, StateOf(walk.Stage), walk.Language, walk, code, hasWayBack);

    /// <summary>The machine as Mermaid text, guards included.</summary>
    public static string Diagram() => Machine.Diagram();

    /// <summary>The screen as it stands; a stale, repeated or senseless press brings it and changes nothing.</summary>
    public Turn Current() => new() { Deed = Deed.None, Screen = Draw() };

    /// <summary>Nothing was lost, she may press again in a moment: for a hotline that cannot store just now.</summary>
    public Turn Later() => new() { Deed = Deed.None, Screen = _screens.Later(_language) };

    /// <summary>Something of the given name stands above the screen as it is.</summary>
    public Turn Under(ScreenName line) => new() { Deed = Deed.None, Screen = _screens.Under(line, Draw()) };

    /// <summary>The page that asks for a receipt code, under a line where there is one to say.</summary>
    public static Turn AskCode(Questionnaire questionnaire, byte language, ScreenName? line = null)
    {
        var asking = AtGate(questionnaire, Gate.Menu, language).Handle(new Said.Press(Command.Number));
        return line is { } said ? asking with { Screen = new Screens(questionnaire, Booklet.Empty).Under(said, asking.Screen) } : asking;
    }

    /// <summary>Nothing can be begun now, and she may look again another day: for a hotline that is closed.</summary>
    public Turn Closed() => new() { Deed = Deed.None, Screen = _screens.Closed(_language) };

    public Turn Handle(Said said)
    {
        if (said is Said.Other || (said is Said.Text && !AwaitsNote))
        {
            return new() { Deed = Deed.None, Screen = _state is State.Cover ? Draw() : _screens.Under(AwaitsNote ? ScreenName.NoteTooLong : ScreenName.ButtonsOnly, Draw()) };
        }

        // What may be read in the menu is drawn as a page of it, and so is the complaint door.
        var from = _state is State.Menu && said is Said.Press { Command: Command.ComplaintYes } ? State.Complaint : _state;
        if (Decide(from, said) is not { } step || Machine.After(from, step) is not { } to)
        {
            return said is Said.Text text ? Refused(text) : Current();
        }

        _state = to;
        _language = (from, said) is (State.Language, Said.Choose pick) ? (byte)pick.Option : _language;
        _walk = step.Walk ?? _walk;
        _page = step.Page;
        return new()
        {
            Deed = DeedOf(from, step.Trigger),
            Screen = step.Trigger is Trigger.Mispicked ? _screens.Under(ScreenName.CodeWrong, Draw()) : Draw(),
            Walk = step.Walk,
            Seal = step.Seal,
        };
    }

    /// <summary>Nothing of it is kept; the screen says so, and what to leave out.</summary>
    private Turn Refused(Said.Text text) =>
        new() { Deed = Deed.None, Screen = _screens.Under(Note.Fits(text.Value) ? ScreenName.NoteRefused : ScreenName.NoteTooLong, Draw()) };

    private static State StateOf(int step) => step switch
    {
        Gate.Language => State.Language,
        Gate.Safe => State.Safe,
        Gate.NotSure => State.NotSure,
        Gate.Others => State.Others,
        Gate.OthersHow => State.OthersHow,
        Gate.Erase => State.Erase,
        Gate.Erased => State.Erased,
        Gate.Limits => State.Limits,
        Gate.Consent => State.Consent,
        Gate.Cover => State.Cover,
        Gate.Done => State.Done,
        Gate.Menu => State.Menu,
        Gate.Numbers => State.Numbers,
        Gate.WayBack => State.WayBack,
        _ => State.End,
    };

    private static State StateOf(Stage stage) => stage switch
    {
        Stage.Danger => State.Danger,
        Stage.Finish => State.Finish,
        Stage.Code => State.Code,
        _ => State.Asking,
    };

    private static Deed DeedOf(State from, Trigger trigger) => (from, trigger) switch
    {
        (_, Trigger.Hide) => Deed.Hide,
        (_, Trigger.Start) => Deed.None,
        (_, Trigger.Erase or Trigger.More or Trigger.Numbers or Trigger.Read) => Deed.None,
        (_, Trigger.EraseYes) => Deed.Erase,
        (_, Trigger.Consent) => Deed.Begin,
        (_, Trigger.Taken) => Deed.Take,
        (_, Trigger.NoNumber) => Deed.Refuse,
        (State.Finish, Trigger.Done) => Deed.Finish,
        (State.Asking or State.Danger or State.Finish, _) => Deed.Commit,
        _ => Deed.None,
    };

    private Step? Decide(State from, Said said) => (said, from) switch
    {
        (Said.Start, _) => new(Trigger.Start),
        (Said.Press { Command: Command.Hide }, _) => new(Trigger.Hide),
        (Said.Press { Command: Command.No }, State.Safe) => new(Trigger.Hide),
        (Said.Choose pick, State.Language) => pick.Option < _questionnaire.Languages.Count ? new(Trigger.Pick) : null,
        (Said.Press { Command: Command.Yes }, State.Safe) => new(Trigger.Yes) { Walk = _walk },
        (Said.Press { Command: Command.NotSure }, State.Safe) => new(Trigger.NotSure),
        (Said.Press { Command: Command.Language }, State.Safe) => new(Trigger.Language),
        (Said.Press { Command: Command.No }, State.Others) => new(Trigger.Continue),
        (Said.Press { Command: Command.Yes or Command.NotSure }, State.Others) => new(Trigger.NotSure),
        (Said.Press { Command: Command.Continue }, State.OthersHow or State.Limits) => new(Trigger.Continue),
        (Said.Press { Command: Command.Erase }, State.Asking or State.Danger or State.Finish or State.Code) => new(Trigger.Erase),
        (Said.Press { Command: Command.EraseYes }, State.Erase) => new(Trigger.EraseYes),
        (Said.Press { Command: Command.Again }, State.Erase) => new(Trigger.Again) { Walk = _walk },
        (Said.Press { Command: Command.Consent }, State.Consent) => new(Trigger.Consent) { Walk = new Questions(_questionnaire.Main).First(_language) },
        (Said.Press { Command: Command.ComplaintYes }, State.Complaint) when _questionnaire.Complaint is { } complaint =>
            new(Trigger.Consent) { Walk = new Questions(complaint).First(_language) with { Form = Complaint } },
        (Said.Press { Command: Command.More }, State.Safe or State.Asking or State.Danger or State.Finish or State.Code) => new(Trigger.More),
        (Said.Choose pick, State.Code) when _code is { } code && pick.Option < CodeChoices.Count =>
            new(pick.Option == code.Choices.Right ? Trigger.Taken : Trigger.Mispicked) { HasWayBack = _hasWayBack },
        (Said.Press { Command: Command.NoNumber }, State.Code) => new(Trigger.NoNumber) { HasWayBack = _hasWayBack },
        (Said.Press { Command: Command.Return }, State.Menu or State.WayBack) when _walk is not null => new(Trigger.Return) { Walk = _walk },
        (Said.Press { Command: Command.Complaint }, State.Menu) when _questionnaire.Complaint is not null => new(Trigger.Complaint),
        (Said.Press { Command: Command.Number }, State.End) => new(Trigger.Ask) { Page = _screens.Page(from, said, _language) },
        (Said.Press { Command: Command.Numbers }, State.Danger or State.Menu or State.End) when _booklet.Numbers.Countries.Count > 0 => new(Trigger.Numbers),
        (Said.Press { Command: Command.Back }, State.Menu or State.Numbers) => new(Trigger.Back) { Walk = _walk },
        (_, State.Menu or State.Numbers) => _screens.Page(from, said, _language) is { } page ? new(Trigger.Read) { Page = page } : null,
        (Said.Press { Command: Command.Again }, _) => new(Trigger.Again),
        (_, State.Asking or State.Danger or State.Finish) => QuestionsOf(_walk!.Value).Decide(_walk.Value, said),
        _ => null,
    };

    private Questions QuestionsOf(Walk walk) => new(FormOf(walk));

    private Form FormOf(Walk walk) => _questionnaire.Forms[walk.Form < _questionnaire.Forms.Count ? walk.Form : 0];

    private Screen Draw() => _state switch
    {
        State.Language => _screens.Language(),
        State.Safe => _screens.Safe(_language),
        State.NotSure => _screens.NotSure(_language),
        State.Others => _screens.Others(_language),
        State.OthersHow => _screens.OthersHow(_language),
        State.Erase => _screens.Erase(_language),
        State.Erased => _screens.Erased(_language),
        State.Limits => _screens.Limits(_language),
        State.Consent => _screens.Consent(_language),
        State.Done => _screens.Done(_language),
        State.Cover => _screens.Cover(_language),
        State.WayBack => _screens.WayBack(_language),
        State.Complaint => _screens.Complaint(_language),
        State.Menu => _screens.Menu(_language, _page, _walk?.Form == Complaint, _hasWayBack),
        State.Numbers => _screens.Numbers(_language, _page),
        State.End => _screens.End(_language),
        State.Code when _code is { } code => _screens.Code(_walk!.Value, code),
        State.Code => _screens.Under(ScreenName.Later, _screens.At(QuestionsOf(_walk!.Value), _walk.Value)),
        _ => _screens.At(QuestionsOf(_walk!.Value), _walk.Value),
    };
}
