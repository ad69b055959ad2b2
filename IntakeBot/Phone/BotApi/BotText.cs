using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>Reads the text of a message to send or to edit in.</summary>
internal static class BotText
{
    private const int Longest = 4096;

    /// <summary>
    /// Returns text and entities without a keyboard; the problem is Telegram's wording without its prefix.
    /// </summary>
    public static (MessageContent? Content, string? Problem) Read(Arguments arguments)
    {
        var text = arguments.Text("text") ?? "";
        byte[]? entities = null;
        switch (arguments.Text("parse_mode"))
        {
            case null or "":
                entities = arguments.Json("entities") is { ValueKind: JsonValueKind.Array } given && given.GetArrayLength() > 0
                    ? JsonBytes.Write(given)
                    : null;
                break;
            case var mode when mode.Equals("HTML", StringComparison.OrdinalIgnoreCase):
                if (!HtmlText.TryRead(text, out text, out entities, out var problem))
                {
                    return (null, problem);
                }

                break;
            default:
                return (null, "can't parse entities: this simulated Telegram reads HTML only");
        }

        text = text.TrimEnd();
        return text switch
        {
            _ when string.IsNullOrWhiteSpace(text) => (null, "message text is empty"),
            { Length: > Longest } => (null, "message is too long"),
            _ => (new MessageContent(text, entities), null),
        };
    }
}
