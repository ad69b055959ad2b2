using IntakeBot.Core.Conversations;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Pictures;

/// <summary>The screens that look different, and the one above which it says that only buttons are read.</summary>
internal static class SeenScreens
{
    public static IEnumerable<SeenScreen> Of(Questionnaire questionnaire, byte language) =>
        EveryScreen.Of(questionnaire, language).DistinctBy(Look).GroupBy(s => s.Name).SelectMany(g => g).Append(Hinted(questionnaire, language));

    /// <summary>Which of several boxes is ticked is not worth a picture; that one is, shows in the buttons that are no answers.</summary>
    private static (string Text, string Commands) Look(SeenScreen seen) => (
        seen.Screen.Text,
        string.Join(' ', seen.Screen.Rows.SelectMany(row => row).Where(b => OptionCode.Read(b.Option) is Said.Press).Select(b => b.Label)));

    private static SeenScreen Hinted(Questionnaire questionnaire, byte language) =>
        new("buttons_only", Conversation.AtGate(questionnaire, Gate.Safe, language).Handle(new Said.Other()).Screen);
}
