using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>Draws every screen that has to do with a receipt code: where it is given, asked for, and what it opens.</summary>
internal static class EveryCode
{
    private static readonly ShownCode Sample = Of("1234 5678 9012 3456 789");

    public static IEnumerable<SeenScreen> Of(Questionnaire questionnaire, byte language, Booklet? booklet)
    {
        var walk = new Questions(questionnaire.Main).First(language) with { Stage = Stage.Code };
        var given = Conversation.AtWalk(questionnaire, walk, booklet, Sample);
        yield return new("code", given.Current().Screen);
        yield return new("code_wrong", given.Handle(new Said.Choose((Sample.Choices.Right + 1) % CodeChoices.Count)).Screen);
        yield return new("way_back", Conversation.AtGate(questionnaire, Gate.WayBack, language, booklet: booklet).Current().Screen);
        yield return new("code_mistyped", Conversation.AskCode(questionnaire, language, ScreenName.CodeMistyped).Screen);
        yield return new("code_later", Conversation.AskCode(questionnaire, language, ScreenName.CodeLater).Screen);
        var view = new VisitView { Today = 0, QuestionnaireHash = new byte[Heading.HashSize] };
        Visit At(VisitView seen) => Visit.At(questionnaire, language, seen, booklet);

        yield return new("no_answer", At(view).Current().Screen);
        var answered = At(view with { Reply = Reply.Of("en", new string('·', Reply.MaxLength)) });
        yield return new("answer", answered.Current().Screen);
        yield return new("told", answered.Handle(new Said.Press(Command.Yes)).Screen);
        yield return new("own", At(view with { Page = VisitPage.Own }).Current().Screen);
        for (var question = 0; question < questionnaire.Later.Count; question++)
        {
            yield return new("adding", At(view with { Page = VisitPage.Adding, Question = question }).Current().Screen);
        }

        yield return new("danger", At(view with { Page = VisitPage.Danger }).Current().Screen);
        yield return new("erase_all", At(view with { Page = VisitPage.EraseAll }).Current().Screen);
        yield return new("later", At(view with { Page = VisitPage.NewCode }).Current().Screen);
        var renewed = At(view with { Page = VisitPage.NewCode, Code = Sample });
        yield return new("code_new", renewed.Current().Screen);
        yield return new("code_changed", renewed.Handle(new Said.Choose(Sample.Choices.Right)).Screen);
    }

    /// <summary>The number of those nineteen digits.</summary>
    private static ShownCode Of(string digits)
    {
        for (var check = 0; ; check++)
        {
            if (ReceiptCode.Read($"{digits}{check}", out var code) is CodeReading.Whole)
            {
                return new(code!, code!.Choices(new byte[16]));
            }
        }
    }
}
