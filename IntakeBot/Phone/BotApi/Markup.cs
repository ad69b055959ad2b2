using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>What a <c>reply_markup</c> asks for.</summary>
internal readonly record struct Markup(InlineKeyboard? Inline, bool ReplyKeyboard)
{
    /// <summary>Reads it; the problem is Telegram's wording without its prefix.</summary>
    public static (Markup Markup, string? Problem) Read(Arguments arguments)
    {
        if (arguments.Json("reply_markup") is not { } markup)
        {
            return (default, null);
        }

        if (markup.ValueKind != JsonValueKind.Object)
        {
            return (default, "object expected as reply markup");
        }

        if (markup.TryGetProperty("inline_keyboard"u8, out var rows))
        {
            var (keyboard, problem) = InlineKeyboard.Read(rows);
            return (new Markup(keyboard, ReplyKeyboard: false), problem);
        }

        var reply = markup.TryGetProperty("keyboard"u8, out _)
            || markup.TryGetProperty("remove_keyboard"u8, out _)
            || markup.TryGetProperty("force_reply"u8, out _);
        return (new Markup(Inline: null, reply), null);
    }
}
