using IntakeBot.Core.Intakes;
using Stateless;
using Stateless.Graph;

namespace IntakeBot.Core.Conversations;

/// <summary>
/// The topology of a conversation: which trigger leads from where to where. Guards only look at the walk that the step would lead to,
/// so they are free of side effects and exclude each other. Building one takes longer than everything else a press decides, so
/// each thread keeps one and puts it where a conversation stands.
/// </summary>
internal sealed class Machine
{
    [ThreadStatic]
    private static Machine? _ofThread;

    private readonly StateMachine<State, Trigger> _machine;
    private State _state;
    private Step? _step;

    private Machine()
    {
        _machine = new(() => _state, state => _state = state);
        foreach (var from in Enum.GetValues<State>())
        {
            Hidden(_machine.Configure(from), from);
        }

        Gate();
        Asked();
        Visited();
    }

    /// <summary>Mermaid text of all states, triggers and guards.</summary>
    public static string Diagram() => MermaidGraph.Format(new Machine()._machine.GetInfo(), null);

    /// <summary>Where the step leads to; null where it does not fit the state.</summary>
    public static State? After(State from, Step step) => (_ofThread ??= new()).Fire(from, step);

    private static void Hidden(StateMachine<State, Trigger>.StateConfiguration from, State state)
    {
        _ = state is State.Cover ? from.PermitReentry(Trigger.Hide) : from.Permit(Trigger.Hide, State.Cover);
        _ = state switch
        {
            State.Language => from.PermitReentry(Trigger.Start),
            State.Safe => from.PermitReentry(Trigger.Start),
            _ => from.Permit(Trigger.Start, State.Safe),
        };
    }

    private void Gate()
    {
        _machine.Configure(State.Language).Permit(Trigger.Pick, State.Safe);
        _machine.Configure(State.Safe)
            .Permit(Trigger.NotSure, State.NotSure)
            .Permit(Trigger.Language, State.Language)
            .PermitIf(Trigger.Yes, State.Others, IsFree, "nothing waits");
        ToWalk(State.Safe, Trigger.Yes);
        _machine.Configure(State.NotSure).Permit(Trigger.Again, State.Safe);
        _machine.Configure(State.Others)
            .Permit(Trigger.Continue, State.Limits)
            .Permit(Trigger.NotSure, State.OthersHow);
        _machine.Configure(State.OthersHow).Permit(Trigger.Continue, State.Limits);
        _machine.Configure(State.Limits).Permit(Trigger.Continue, State.Consent);
        _machine.Configure(State.Consent).Permit(Trigger.Consent, State.Asking);
        _machine.Configure(State.Cover).Permit(Trigger.Again, State.Safe);
        _machine.Configure(State.End).Permit(Trigger.Again, State.Safe);
        _machine.Configure(State.Erase)
            .Permit(Trigger.EraseYes, State.Erased);
        ToWalk(State.Erase, Trigger.Again);
        _machine.Configure(State.Erased).Permit(Trigger.Again, State.Safe);
        Beside();
    }

    private void Beside()
    {
        _machine.Configure(State.Safe).Permit(Trigger.More, State.Menu);
        _machine.Configure(State.End).Permit(Trigger.Numbers, State.Numbers).Permit(Trigger.Ask, State.Menu);
        _machine.Configure(State.Menu)
            .Permit(Trigger.Numbers, State.Numbers)
            .Permit(Trigger.Complaint, State.Complaint)
            .PermitReentry(Trigger.Read);
        _machine.Configure(State.Numbers).PermitReentry(Trigger.Read);
        _machine.Configure(State.Complaint).Permit(Trigger.Consent, State.Asking);
        ToWalk(State.Menu, Trigger.Return);
        ToWalk(State.WayBack, Trigger.Return);
        foreach (var beside in (State[])[State.Menu, State.Numbers, State.Complaint])
        {
            _machine.Configure(beside).PermitIf(Trigger.Back, State.Safe, IsFree, "nothing waits");
            ToWalk(beside, Trigger.Back);
        }
    }

    private void ToWalk(State from, Trigger trigger) => _machine.Configure(from)
        .PermitIf(trigger, State.Asking, () => LeadsTo(Stage.Asking), "a question waits")
        .PermitIf(trigger, State.Danger, () => LeadsTo(Stage.Danger), "the danger screen waits")
        .PermitIf(trigger, State.Finish, () => LeadsTo(Stage.Finish), "only Done is left")
        .PermitIf(trigger, State.Code, () => LeadsTo(Stage.Code), "the number waits");

    private void Asked()
    {
        foreach (var walked in (State[])[State.Asking, State.Danger, State.Finish, State.Code])
        {
            _machine.Configure(walked).Permit(Trigger.Erase, State.Erase).Permit(Trigger.More, State.Menu);
        }

        _machine.Configure(State.Asking)
            .PermitReentry(Trigger.Toggle)
            .PermitReentry(Trigger.Back)
            .PermitReentryIf(Trigger.Answer, () => LeadsTo(Stage.Asking), "more questions")
            .PermitIf(Trigger.Answer, State.Danger, () => LeadsTo(Stage.Danger), "in danger today")
            .PermitIf(Trigger.Answer, State.Finish, () => LeadsTo(Stage.Finish), "last question")
            .PermitReentryIf(Trigger.Skip, () => LeadsTo(Stage.Asking), "more questions")
            .PermitIf(Trigger.Skip, State.Finish, () => LeadsTo(Stage.Finish), "last question")
            .PermitReentryIf(Trigger.Next, () => LeadsTo(Stage.Asking), "more questions")
            .PermitIf(Trigger.Next, State.Finish, () => LeadsTo(Stage.Finish), "last question");
        _machine.Configure(State.Danger)
            .Permit(Trigger.Numbers, State.Numbers)
            .PermitIf(Trigger.Next, State.Asking, () => LeadsTo(Stage.Asking), "more questions")
            .PermitIf(Trigger.Next, State.Finish, () => LeadsTo(Stage.Finish), "last question");
        _machine.Configure(State.Finish)
            .Permit(Trigger.Back, State.Asking)
            .PermitReentry(Trigger.Note)
            .Permit(Trigger.Done, State.Code);
        _machine.Configure(State.Code)
            .PermitReentry(Trigger.Mispicked)
            .PermitIf(Trigger.Taken, State.Done, () => !_step!.HasWayBack, "nothing was left for this")
            .PermitIf(Trigger.Taken, State.WayBack, () => _step!.HasWayBack, "other questions were left for this")
            .PermitIf(Trigger.NoNumber, State.Done, () => !_step!.HasWayBack, "nothing was left for this")
            .PermitIf(Trigger.NoNumber, State.WayBack, () => _step!.HasWayBack, "other questions were left for this");
    }

    /// <summary>Who came back with a code: the pages of a mailbox.</summary>
    private void Visited()
    {
        _machine.Configure(State.Answers)
            .PermitReentry(Trigger.Reply)
            .PermitReentry(Trigger.Forget)
            .Permit(Trigger.More, State.Own)
            .Permit(Trigger.Back, State.Safe);
        _machine.Configure(State.Own)
            .Permit(Trigger.TellMore, State.Adding)
            .Permit(Trigger.NewNumber, State.NewCode)
            .Permit(Trigger.Erase, State.EraseAll)
            .Permit(Trigger.Complaint, State.Complaint)
            .Permit(Trigger.Back, State.Answers);
        _machine.Configure(State.Adding)
            .PermitReentryIf(Trigger.Answer, () => LeadsTo(VisitPage.Adding), "more questions")
            .PermitIf(Trigger.Answer, State.AddedDanger, () => LeadsTo(VisitPage.Danger), "in danger today")
            .PermitIf(Trigger.Answer, State.Own, () => LeadsTo(VisitPage.Own), "last question")
            .PermitReentryIf(Trigger.Skip, () => LeadsTo(VisitPage.Adding), "more questions")
            .PermitIf(Trigger.Skip, State.Own, () => LeadsTo(VisitPage.Own), "last question")
            .Permit(Trigger.Back, State.Own);
        _machine.Configure(State.AddedDanger)
            .Permit(Trigger.Numbers, State.Numbers)
            .PermitIf(Trigger.Next, State.Adding, () => LeadsTo(VisitPage.Adding), "more questions")
            .PermitIf(Trigger.Next, State.Own, () => LeadsTo(VisitPage.Own), "last question");
        _machine.Configure(State.EraseAll)
            .Permit(Trigger.EraseYes, State.Erased)
            .Permit(Trigger.Back, State.Own);
        _machine.Configure(State.NewCode)
            .PermitReentry(Trigger.Mispicked)
            .Permit(Trigger.Taken, State.Own)
            .Permit(Trigger.Back, State.Own);
    }

    private State? Fire(State from, Step step)
    {
        (_state, _step) = (from, step);
        if (!_machine.CanFire(step.Trigger))
        {
            return null;
        }

        _machine.Fire(step.Trigger);
        return _state;
    }

    private bool IsFree() => _step!.Walk is null;

    private bool LeadsTo(Stage stage) => _step!.Walk is { } next && next.Stage == stage;

    private bool LeadsTo(VisitPage page) => _step!.View is { } next && next.Page == page;
}
