using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Desk;

namespace IntakeBot.Cli;

/// <summary>What a text is held against. The words count in every language, so it does not matter which ones the questionnaire has.</summary>
internal static class ReplyNet
{
    public static ReplyLint Of(string configFolder, Questionnaire questionnaire) => new(ReplyShelf.Of(configFolder, questionnaire).Words);
}
