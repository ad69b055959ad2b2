using System.Diagnostics.CodeAnalysis;

namespace IntakeBot.Phone;

/// <summary>One call of a Bot API method.</summary>
internal sealed record BotCall(PhoneWorld World, PhoneBot Bot, string Method, Arguments Arguments, CancellationToken Aborted)
{
    /// <summary>Finds the chat that <c>chat_id</c> names; a person who never wrote to the bot has none.</summary>
    public bool TryChat([NotNullWhen(true)] out PhoneChat? chat, [NotNullWhen(false)] out BotReply? error)
    {
        var id = Arguments.Text("chat_id");
        chat = Arguments.Number("chat_id") is { } number ? World.Find(number)?.ChatWith(Bot) : null;
        if (chat is { Started: false })
        {
            chat = null;
        }

        error = chat is not null ? null : BotReply.Bad(string.IsNullOrEmpty(id) ? "chat_id is empty" : "chat not found");
        return chat is not null;
    }
}
