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
    private Walk? _next;

    private Machine()
    {
        _machine = new(() => _state, state => _state = state);
        foreach (var from in Enum.GetValues<State>())
        {
            Hidden(_machine.Configure(from), from);
        }

        Gate();
        Asked();
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
            .PermitIf(Trigger.Yes, State.Others, () => _next is null, "nothing waits")
            .PermitIf(Trigger.Yes, State.Asking, () => LeadsTo(Stage.Asking), "a question waits")
            .PermitIf(Trigger.Yes, State.Danger, () => LeadsTo(Stage.Danger), "the danger screen waits")
            .PermitIf(Trigger.Yes, State.Finish, () => LeadsTo(Stage.Finish), "only Done is left");
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
            .Permit(Trigger.EraseYes, State.Erased)
            .PermitIf(Trigger.Again, State.Asking, () => LeadsTo(Stage.Asking), "a question waits")
            .PermitIf(Trigger.Again, State.Danger, () => LeadsTo(Stage.Danger), "the danger screen waits")
            .PermitIf(Trigger.Again, State.Finish, () => LeadsTo(Stage.Finish), "only Done is left");
        _machine.Configure(State.Erased).Permit(Trigger.Again, State.Safe);
        Beside();
    }

    private void Beside()
    {
        _machine.Configure(State.Safe).Permit(Trigger.More, State.Menu);
        _machine.Configure(State.End).Permit(Trigger.Numbers, State.Numbers);
        _machine.Configure(State.Menu).Permit(Trigger.Numbers, State.Numbers);
        foreach (var beside in (State[])[State.Menu, State.Numbers])
        {
            _machine.Configure(beside)
                .PermitReentry(Trigger.Read)
                .PermitIf(Trigger.Back, State.Safe, () => _next is null, "nothing waits")
                .PermitIf(Trigger.Back, State.Asking, () => LeadsTo(Stage.Asking), "a question waits")
                .PermitIf(Trigger.Back, State.Danger, () => LeadsTo(Stage.Danger), "the danger screen waits")
                .PermitIf(Trigger.Back, State.Finish, () => LeadsTo(Stage.Finish), "only Done is left");
        }
    }

    private void Asked()
    {
        foreach (var walked in (State[])[State.Asking, State.Danger, State.Finish])
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
            .Permit(Trigger.Done, State.Done);
    }

    private State? Fire(State from, Step step)
    {
        (_state, _next) = (from, step.Walk);
        if (!_machine.CanFire(step.Trigger))
        {
            return null;
        }

        _machine.Fire(step.Trigger);
        return _state;
    }

    private bool LeadsTo(Stage stage) => _next is { } next && next.Stage == stage;
}
