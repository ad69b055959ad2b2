using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>Draws the pages of a mailbox.</summary>
internal sealed class VisitScreens(Questionnaire questionnaire, Screens plain)
{
    /// <summary>The screens outside it.</summary>
    public Screens Plain => plain;

    public Screen Draw(byte language, VisitView view) => view.Page switch
    {
        VisitPage.Own => Own(language),
        VisitPage.Adding => Adding(language, questionnaire.Later[view.Question]),
        VisitPage.Danger => plain.AtGate(
            language, Gate.Mailbox, ScreenName.Danger, [.. plain.Offered(Command.Numbers), (ButtonName.Continue, Command.Next)]),
        VisitPage.EraseAll => plain.AtGate(language, Gate.Mailbox, ScreenName.EraseAll, (ButtonName.Back, Command.Back), (ButtonName.EraseYes, Command.EraseYes)),
        VisitPage.NewCode => NewCode(language, view.Code),
        _ => view.Reply is { } reply ? Reply(language, reply, view) : plain.AtGate(
            language, Gate.Mailbox, ScreenName.NoAnswer, (ButtonName.More, Command.More), (ButtonName.Back, Command.Back)),
    };

    private Screen Reply(byte language, Reply reply, VisitView view)
    {
        var answered = view.Answered?.Answers.FirstOrDefault(a => a.Reply == view.ReplyName).Answer;
        ScreenButton Answer(ButtonName name, Command command, ReplyAnswer answer) =>
            plain.Press(language, name, command) is var button && answered == answer ? button with { Label = Screens.On + button.Label } : plain.Press(language, name, command);
        var screen = plain.AtGate(language, Gate.Mailbox, ScreenName.NoAnswer, (ButtonName.Read, Command.Read), (ButtonName.More, Command.More));
        IReadOnlyList<ScreenButton>[] answers =
        [
            [
                Answer(ButtonName.AnswerYes, Command.Yes, ReplyAnswer.Yes),
                Answer(ButtonName.AnswerNo, Command.No, ReplyAnswer.No),
                Answer(ButtonName.AnswerNotNow, Command.NotNow, ReplyAnswer.NotNow),
            ],
            [Answer(ButtonName.AnswerStop, Command.Stop, ReplyAnswer.Stop)],
        ];
        return screen with { Text = reply.Text, Rows = [screen.Rows[0], .. answers, .. screen.Rows.Skip(1)] };
    }

    private Screen Own(byte language)
    {
        List<(ButtonName, Command)> buttons = questionnaire.Later.Count > 0 ? [(ButtonName.TellMore, Command.TellMore)] : [];
        buttons.AddRange([(ButtonName.NewNumber, Command.NewNumber), (ButtonName.Erase, Command.Erase)]);
        buttons.AddRange(plain.Offered(Command.Complaint));
        return plain.AtGate(language, Gate.Mailbox, ScreenName.Own, [.. buttons, (ButtonName.Back, Command.Back)]);
    }

    /// <summary>In its plainest wording: what she said before is not known here.</summary>
    private Screen Adding(byte language, Question question)
    {
        var words = plain.Words(language);
        var screen = plain.AtGate(language, Gate.Mailbox, ScreenName.Own, (ButtonName.Skip, Command.Skip), (ButtonName.Back, Command.Back));
        var options = words.Options[question.Id].Select((label, i) => Screens.Row(new ScreenButton(label, OptionCode.Of(new Said.Choose(i)))));
        return screen with
        {
            Text = words.Questions[question.Id].First(w => w.When?.Holds(Flags.None) ?? true).Text,
            Rows = [screen.Rows[0], .. options, [.. screen.Rows.Skip(1).SelectMany(row => row)]],
        };
    }

    /// <summary>Without a code, because none was ready: that nothing was lost.</summary>
    private Screen NewCode(byte language, ShownCode? code)
    {
        var screen = plain.AtGate(language, Gate.Mailbox, code is null ? ScreenName.Later : ScreenName.CodeNew, (ButtonName.Back, Command.Back));
        return code is null ? screen : Screens.WithCode(screen, code);
    }
}
