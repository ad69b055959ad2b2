using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>What the bot is and says of itself.</summary>
internal static class ProfileMethods
{
    private const string Commands = "commands";

    public static BotReply GetMe(BotCall call) => BotReply.Ok(JsonBytes.Write(call.Bot, static (writer, bot) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, bot.Id);
        writer.WriteBoolean("is_bot"u8, value: true);
        writer.WriteString("first_name"u8, bot.Name);
        writer.WriteString("username"u8, bot.Username);
        writer.WriteBoolean("can_join_groups"u8, bot.CanJoinGroups);
        writer.WriteBoolean("can_read_all_group_messages"u8, bot.CanReadAllGroupMessages);
        writer.WriteBoolean("supports_guest_queries"u8, value: false);
        writer.WriteBoolean("supports_inline_queries"u8, bot.SupportsInlineQueries);
        writer.WriteBoolean("can_connect_to_business"u8, value: false);
        writer.WriteBoolean("has_main_web_app"u8, value: false);
        writer.WriteBoolean("has_topics_enabled"u8, value: false);
        writer.WriteBoolean("can_manage_bots"u8, value: false);
        writer.WriteEndObject();
    }));

    public static BotReply SetCommands(BotCall call)
    {
        if (call.Arguments.Json(Commands) is not { ValueKind: JsonValueKind.Array } commands)
        {
            return BotReply.Bad("parameter \"commands\" is required");
        }

        call.Bot.Profile[CommandsKey(call)] = JsonBytes.Write(commands);
        return BotReply.True;
    }

    public static BotReply GetCommands(BotCall call) =>
        BotReply.Ok(call.Bot.Profile.TryGetValue(CommandsKey(call), out var commands) ? commands : "[]"u8);

    public static BotReply DeleteCommands(BotCall call)
    {
        _ = call.Bot.Profile.TryRemove(CommandsKey(call), out _);
        return BotReply.True;
    }

    /// <summary>
    /// setMyName, setMyDescription and setMyShortDescription; the name in no language is the bot's own.
    /// </summary>
    public static BotReply Set(BotCall call)
    {
        var field = Field(call);
        var value = call.Arguments.Text(field) ?? "";
        var language = Language(call);
        call.Bot.Profile[(field, "", language)] = JsonBytes.Write(value, static (writer, v) => writer.WriteStringValue(v));
        if (field == "name" && language.Length == 0 && value.Length > 0)
        {
            call.Bot.Name = value;
        }

        return BotReply.True;
    }

    /// <summary>The getters; without a text in this language, the one in no language.</summary>
    public static BotReply Get(BotCall call)
    {
        var field = Field(call);
        var profile = call.Bot.Profile;
        if (!profile.TryGetValue((field, "", Language(call)), out var value)
            && !profile.TryGetValue((field, "", ""), out value))
        {
            value = JsonBytes.Write(field == "name" ? call.Bot.Name : "", static (writer, v) => writer.WriteStringValue(v));
        }

        return BotReply.Ok(JsonBytes.Write((field, value), static (writer, f) =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName(f.field);
            writer.WriteRawValue(f.value, skipInputValidation: true);
            writer.WriteEndObject();
        }));
    }

    public static BotReply LeaveChat(BotCall call) =>
        call.Arguments.Number("chat_id") is > 0
            ? BotReply.Bad("chat member status can't be changed in private chats")
            : BotReply.True;

    private static (string Kind, string Scope, string Language) CommandsKey(BotCall call) =>
        (Commands, call.Arguments.Json("scope")?.GetRawText() ?? """{"type":"default"}""", Language(call));

    private static string Language(BotCall call) => call.Arguments.Text("language_code") ?? "";

    private static string Field(BotCall call) => call.Method switch
    {
        "setMyName" or "getMyName" => "name",
        "setMyDescription" or "getMyDescription" => "description",
        _ => "short_description",
    };
}
