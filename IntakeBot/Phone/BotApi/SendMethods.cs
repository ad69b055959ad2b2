namespace IntakeBot.Phone;

/// <summary>What puts something new on a phone.</summary>
internal static class SendMethods
{
    private static readonly TimeSpan LongestWaitForAnswer = TimeSpan.FromMinutes(3);

    public static BotReply SendMessage(BotCall call)
    {
        var (content, problem) = BotText.Read(call.Arguments);
        var (markup, badMarkup) = Markup.Read(call.Arguments);
        if (content is null || badMarkup is not null)
        {
            return BotReply.Bad(problem ?? badMarkup!);
        }

        if (!call.TryChat(out var chat, out var error))
        {
            return error;
        }

        BotReply reply;
        lock (chat.Gate)
        {
            if (chat.Blocked)
            {
                return BotReply.Blocked();
            }

            var message = chat.Add(id => new StoredMessage
            {
                Id = id,
                FromPerson = false,
                SentAt = chat.Now,
                Content = content with { Keyboard = markup.Inline },
                CarriedReplyKeyboard = markup.ReplyKeyboard,
                ProtectContent = call.Arguments.Flag("protect_content"),
            });
            reply = BotReply.Ok(message.Json(chat));
        }

        chat.Changed.Raise();
        return reply;
    }

    public static BotReply SendChatAction(BotCall call)
    {
        if (!call.TryChat(out var chat, out var error))
        {
            return error;
        }

        return chat.Blocked ? BotReply.Blocked() : BotReply.True;
    }

    public static BotReply AnswerCallbackQuery(BotCall call)
    {
        var id = call.Arguments.Number("callback_query_id") ?? 0;
        if (!call.Bot.OpenQueries.TryRemove(id, out var chat))
        {
            return TooOld();
        }

        lock (chat.Gate)
        {
            var at = chat.Spinners.FindIndex(s => s.QueryId == id);
            if (chat.Now - chat.Spinners[at].PressedAt > LongestWaitForAnswer)
            {
                return TooOld();
            }

            chat.Spinners.RemoveAt(at);
            chat.Toast = call.Arguments.Text("text") is { Length: > 0 } text
                ? new PhoneToast(text, call.Arguments.Flag("show_alert"), id)
                : null;
        }

        chat.Changed.Raise();
        return BotReply.True;
    }

    public static BotReply TooOld() =>
        BotReply.Bad("query is too old and response timeout expired or query ID is invalid");
}
