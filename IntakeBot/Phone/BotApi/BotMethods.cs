using System.Collections.Frozen;

namespace IntakeBot.Phone;

/// <summary>The methods that this Bot API knows. Their names may be written in any case, as at Telegram.</summary>
internal static class BotMethods
{
    private static readonly FrozenDictionary<string, BotMethod> All = new[]
    {
        new BotMethod("getUpdates", UpdateMethods.GetUpdatesAsync),
        new("setWebhook", UpdateMethods.SetWebhook),
        new("deleteWebhook", UpdateMethods.DeleteWebhook),
        new("getWebhookInfo", UpdateMethods.GetWebhookInfo),
        new("sendMessage", SendMethods.SendMessage),
        new("sendChatAction", SendMethods.SendChatAction),
        new("editMessageText", EditMethods.EditMessageText),
        new("editMessageReplyMarkup", EditMethods.EditMessageReplyMarkup),
        new("deleteMessage", DeleteMethods.DeleteMessage),
        new("deleteMessages", DeleteMethods.DeleteMessages),
        new("answerCallbackQuery", SendMethods.AnswerCallbackQuery),
        new("getMe", ProfileMethods.GetMe),
        new("setMyCommands", ProfileMethods.SetCommands),
        new("getMyCommands", ProfileMethods.GetCommands),
        new("deleteMyCommands", ProfileMethods.DeleteCommands),
        new("setMyName", ProfileMethods.Set),
        new("getMyName", ProfileMethods.Get),
        new("setMyDescription", ProfileMethods.Set),
        new("getMyDescription", ProfileMethods.Get),
        new("setMyShortDescription", ProfileMethods.Set),
        new("getMyShortDescription", ProfileMethods.Get),
        new("leaveChat", ProfileMethods.LeaveChat),
        new("close", static _ => BotReply.True),
        new("logOut", static _ => BotReply.True),
    }.ToFrozenDictionary(m => m.Name, StringComparer.OrdinalIgnoreCase);

    public static BotMethod? Find(string name) => All.GetValueOrDefault(name);
}
