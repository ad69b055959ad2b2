using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>Every kind of screen with the shipped questionnaire: at the gate, with and without questions that wait, in them, and behind a receipt code.</summary>
internal static class StepsSituations
{
    public static readonly Questionnaire Asked = ShippedQuestionnaire.WithNote;

    /// <summary>Without complaint door and later questions.</summary>
    private static readonly Questionnaire Plain = ShippedQuestionnaire.Value with { Forms = [ShippedQuestionnaire.Value.Main], Later = [] };

    private static readonly Booklet Booklet = ShippedQuestionnaire.Booklet with { Privacy = ["Privacy"] };
    private static readonly ShownCode Code = Enumerable.Range(0, 10)
        .Select(check => ReceiptCode.Read($"1234 5678 9012 3456 789{check}", out var code) is CodeReading.Whole ? code : null)
        .OfType<ReceiptCode>().Select(code => new ShownCode(code, code.Choices(new byte[16]))).Single();

    public static IEnumerable<StepsSituation> All() => [.. AtGate(), .. Waiting(), .. Questions(), .. Ends(), .. Visits()];

    private static IEnumerable<StepsSituation> AtGate()
    {
        for (var step = Gate.Language; step <= Gate.Last; step++)
        {
            var at = step;
            yield return StepsSituation.Of($"Step {at}", () => Conversation.AtGate(Asked, at, 0, booklet: Booklet));
        }

        foreach (var at in (int[])[Gate.Menu, Gate.Numbers, Gate.End])
        {
            yield return StepsSituation.Of($"Step {at}, nothing to read and no complaint door", () => Conversation.AtGate(Plain, at, 0));
        }
    }

    private static IEnumerable<StepsSituation> Waiting() =>
        from waits in ((string Name, Walk Walk)[])[("a question", First()), ("the danger screen", Danger()), ("Done", Finish(Asked)), ("the number", Numbered())]
        from at in (int[])[Gate.Safe, Gate.Erase, Gate.Menu, Gate.Numbers, Gate.WayBack]
        select StepsSituation.Of($"Step {at}, {waits.Name} waits", () => Conversation.AtGate(Asked, at, 0, waits.Walk, Booklet, waits.Walk.Stage is Stage.Code ? Code : null));

    private static IEnumerable<StepsSituation> Questions()
    {
        foreach (var (form, of) in (IEnumerable<(Walk, string)>)[(First(), "Question"), (First() with { Form = 1, ToAsk = AllOf(Asked.Complaint!) }, "Complaint")])
        {
            for (var walk = form; walk.Stage is Stage.Asking; walk = On(Asked, walk, new Said.Press(Command.Skip)))
            {
                var at = walk;
                yield return StepsSituation.Of($"{of} {System.Numerics.BitOperations.TrailingZeroCount(at.ToAsk)}", () => At(Asked, at));
                if (At(Asked, at).Handle(new Said.Toggle(1, true)).Walk is { } ticked)
                {
                    yield return StepsSituation.Of($"{of} {System.Numerics.BitOperations.TrailingZeroCount(at.ToAsk)}, option 1 ticked", () => At(Asked, ticked));
                }
            }
        }
    }

    private static IEnumerable<StepsSituation> Ends() =>
    [
        StepsSituation.Of("Danger screen", () => At(Asked, Danger())),
        StepsSituation.Of("Danger screen after the last question", () => At(Asked, Danger() with { ToAsk = 0 })),
        StepsSituation.Of("Danger screen, no numbers", () => Conversation.AtWalk(Asked, Danger())),
        StepsSituation.Of("All asked", () => At(ShippedQuestionnaire.Value, Finish(ShippedQuestionnaire.Value))),
        StepsSituation.Of("All asked, a note awaited", () => At(Asked, Finish(Asked))),
        StepsSituation.Of("All asked, a note given", () => At(Asked, On(Asked, Finish(Asked), new Said.Text("Words")))),
        StepsSituation.Of("Number shown", () => Conversation.AtWalk(Asked, Numbered(), Booklet, Code)),
        StepsSituation.Of("Number shown, other questions were left for this", () => Conversation.AtWalk(Asked, Numbered(), Booklet, Code, hasWayBack: true)),
        StepsSituation.Of("Number not ready", () => Conversation.AtWalk(Asked, Numbered(), Booklet)),
        StepsSituation.Of("A form that is not there", () => At(Plain, First() with { Form = 1 })),
    ];

    private static IEnumerable<StepsSituation> Visits()
    {
        var view = new VisitView { Today = 20_000, QuestionnaireHash = new byte[Heading.HashSize], ReplyName = 7 };
        var replied = view with { Reply = Reply.Of("en", "A reply") };
        var last = Asked.Later.Count - 1;
        return
        [
            Visit("Mailbox, no reply", Asked, view),
            Visit("Mailbox, a reply", Asked, replied),
            Visit("Mailbox, a reply that she answered", Asked, replied with { Answered = ReplyAnswers.With(null, 7, ReplyAnswer.No, 19_999) }),
            Visit("Mailbox, her own", Asked, view with { Page = VisitPage.Own }),
            Visit("Mailbox, her own, nothing to ask again and no complaint door", Plain, view with { Page = VisitPage.Own }),
            Visit("Mailbox, asked again, first", Asked, view with { Page = VisitPage.Adding }),
            Visit("Mailbox, asked again, last", Asked, view with { Page = VisitPage.Adding, Question = last }),
            Visit("Mailbox, danger screen after the first", Asked, view with { Page = VisitPage.Danger }),
            Visit("Mailbox, danger screen after the last", Asked, view with { Page = VisitPage.Danger, Question = last }),
            StepsSituation.Of("Mailbox, danger screen, no numbers", () => Core.Conversations.Visit.At(Asked, 0, view with { Page = VisitPage.Danger })),
            Visit("Mailbox, erase all", Asked, view with { Page = VisitPage.EraseAll }),
            Visit("Mailbox, a new number", Asked, view with { Page = VisitPage.NewCode, Code = Code }),
            Visit("Mailbox, no new number ready", Asked, view with { Page = VisitPage.NewCode }),
        ];
    }

    private static StepsSituation Visit(string name, Questionnaire questionnaire, VisitView view) =>
        StepsSituation.Of(name, () => Core.Conversations.Visit.At(questionnaire, 0, view, Booklet));

    private static Conversation At(Questionnaire questionnaire, Walk walk) => Conversation.AtWalk(questionnaire, walk, Booklet);

    private static Walk On(Questionnaire questionnaire, Walk walk, Said said) => At(questionnaire, walk).Handle(said).Walk!.Value;

    private static Walk First() => Conversation.AtGate(Asked, Gate.Consent, 0).Handle(new Said.Press(Command.Consent)).Walk!.Value;

    private static Walk Danger() => On(Asked, First(), new Said.Choose(0));

    private static Walk Numbered() => Finish(Asked) with { Stage = Stage.Code };

    private static uint AllOf(Form form) => form.Questions.Aggregate(0u, (bits, q) => bits | (1u << q.Slot));

    private static Walk Finish(Questionnaire questionnaire)
    {
        var walk = First();
        while (walk.Stage is Stage.Asking)
        {
            walk = On(questionnaire, walk, new Said.Press(Command.Skip));
        }

        return walk;
    }
}
