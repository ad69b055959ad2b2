namespace IntakeBot.Phone;

/// <summary>
/// What changes a message in place. An edit without a keyboard takes the old one away, as at Telegram.
/// </summary>
internal static class EditMethods
{
    public static BotReply EditMessageText(BotCall call)
    {
        var (content, problem) = BotText.Read(call.Arguments);
        return content is null ? BotReply.Bad(problem!) : Edit(call, (_, keyboard) => content with { Keyboard = keyboard });
    }

    public static BotReply EditMessageReplyMarkup(BotCall call) =>
        Edit(call, static (old, keyboard) => old with { Keyboard = keyboard });

    private static BotReply Edit(BotCall call, Func<MessageContent, InlineKeyboard?, MessageContent> change)
    {
        var (markup, problem) = Markup.Read(call.Arguments);
        if (problem is not null)
        {
            return BotReply.Bad(problem);
        }

        if (!call.TryChat(out var chat, out var error))
        {
            return error;
        }

        BotReply reply;
        lock (chat.Gate)
        {
            var id = call.Arguments.Number("message_id", otherwise: 0);
            if (!chat.Messages.TryGetValue(id, out var message))
            {
                return BotReply.Bad("message to edit not found");
            }

            if (chat.Blocked)
            {
                return BotReply.Blocked();
            }

            if (message.FromPerson || message.CarriedReplyKeyboard)
            {
                return BotReply.Bad("message can't be edited");
            }

            var content = change(message.Content, markup.Inline);
            if (content.Same(message.Content))
            {
                return BotReply.Bad(
                    "message is not modified: specified new message content and reply markup are exactly the same "
                    + "as a current content and reply markup of the message");
            }

            message.Edit(content, chat.Now);
            reply = BotReply.Ok(message.Json(chat));
        }

        chat.Changed.Raise();
        return reply;
    }
}
