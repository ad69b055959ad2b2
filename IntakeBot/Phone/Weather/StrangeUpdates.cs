using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IntakeBot.Phone;

/// <summary>Updates that no tap on a phone here makes, but that Telegram sends or once may.</summary>
internal static class StrangeUpdates
{
    /// <summary>Unknown kinds, broken fields, half a character, and more nesting than a reader expects.</summary>
    public static void Poison(PhoneWorld world)
    {
        string[] poisons =
        [
            """{"a_kind_of_next_year":{"x":1}}""",
            """{"message":{"message_id":"x","chat":{"id":7,"type":"private"}}}""",
            """{"message":{"message_id":5,"chat":"?"}}""",
            """{"message":{"message_id":1e99,"chat":{"id":7,"type":"private"}}}""",
            """{"callback_query":{"from":{"id":7}}}""",
            """{"callback_query":null}""",
            """{"message":[]}""",
        ];
        foreach (var poison in poisons)
        {
            _ = world.Enqueue(JsonNode.Parse(poison)!.AsObject());
        }

        const int Depth = 2000;
        var deep = string.Concat(Enumerable.Repeat("""{"x":""", Depth)) + "1" + new string('}', Depth);
        _ = world.Bot.Updates.Enqueue("message", Encoding.UTF8.GetBytes(deep), UpdateQueue.MessageLife);
        _ = world.Bot.Updates.Enqueue("message", [.. """{"message_id":1,"text":"\ud800","chat":{"id":7,"type":"\ud800"}}"""u8], UpdateQueue.MessageLife);
    }

    public static void Group(PhoneWorld world)
    {
        var chat = Place("supergroup");
        _ = world.Enqueue(Member(world, chat, "member"));
        _ = world.Enqueue(new() { ["message"] = Message(world, chat, new() { ["text"] = "/start@" + world.Bot.Username }) });
    }

    public static void Channel(PhoneWorld world) => world.Enqueue(Member(world, Place("channel"), "administrator"));

    public static void Inline(PhoneWorld world) => world.Enqueue(new()
    {
        ["callback_query"] = new JsonObject
        {
            ["id"] = RandomNumberGenerator.GetHexString(16),
            ["from"] = new JsonObject { ["id"] = 7, ["is_bot"] = false, ["first_name"] = "Somebody" },
            ["inline_message_id"] = "AAAA",
            ["chat_instance"] = "1",
            ["data"] = "x",
        },
    });

    /// <summary>A button as it was drawn for this person, pressed by somebody else in their own chat.</summary>
    public static void ForwardedPress(PhoneWorld world, PhonePerson person)
    {
        var button = person.Screen.LastOrDefault(m => m.Buttons.Any())?.Buttons.Last(b => b.Data is not null)
            ?? throw new InvalidOperationException($"{person.FirstName} has no button to press.");
        var other = world.JoinUnseen("Somebody else");
        _ = other.PressData(1, button.Data!);
    }

    public static void Forward(PhoneWorld world, PhonePerson person) => Arrive(world, person, new()
    {
        ["text"] = "forwarded",
        ["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["date"] = 1, ["sender_user_name"] = "Somebody" },
    });

    public static void Video(PhoneWorld world, PhonePerson person) => Arrive(world, person, new()
    {
        ["video_note"] = new JsonObject { ["file_id"] = "DQACAg", ["file_unique_id"] = "AgAD", ["length"] = 240, ["duration"] = 4 },
    });

    public static void Edit(PhoneWorld world, PhonePerson person) =>
        world.Enqueue(new() { ["edited_message"] = Message(world, PrivateChat(person), new() { ["text"] = "edited", ["edit_date"] = Now(world) }) });

    public static void Reply(PhoneWorld world, PhonePerson person) => Arrive(world, person, new()
    {
        ["text"] = "a reply",
        ["reply_to_message"] = Message(world, PrivateChat(person), new() { ["text"] = "the screen" }),
    });

    public static void Reaction(PhoneWorld world, PhonePerson person) => world.Enqueue(new()
    {
        ["message_reaction"] = new JsonObject
        {
            ["chat"] = PrivateChat(person),
            ["message_id"] = 1,
            ["date"] = Now(world),
            ["old_reaction"] = new JsonArray(),
            ["new_reaction"] = new JsonArray(new JsonObject { ["type"] = "emoji", ["emoji"] = "👍" }),
        },
    });

    public static void Pin(PhoneWorld world, PhonePerson person) =>
        Arrive(world, person, new() { ["pinned_message"] = Message(world, PrivateChat(person), new() { ["text"] = "the screen" }) });

    public static void Timer(PhoneWorld world, PhonePerson person) => Arrive(world, person, new()
    {
        ["message_auto_delete_timer_changed"] = new JsonObject { ["message_auto_delete_time"] = 86_400 },
    });

    private static void Arrive(PhoneWorld world, PhonePerson person, JsonObject content) =>
        world.Enqueue(new() { ["message"] = Message(world, PrivateChat(person), content) });

    private static JsonObject Message(PhoneWorld world, JsonObject chat, JsonObject content)
    {
        content["message_id"] = world.Bot.NextMessageId();
        content["date"] = Now(world);
        content["chat"] = chat;
        return content;
    }

    private static JsonObject Member(PhoneWorld world, JsonObject chat, string status) => new()
    {
        ["my_chat_member"] = new JsonObject
        {
            ["chat"] = chat.DeepClone(),
            ["from"] = new JsonObject { ["id"] = 7, ["is_bot"] = false, ["first_name"] = "Somebody" },
            ["date"] = Now(world),
            ["old_chat_member"] = new JsonObject { ["status"] = "left" },
            ["new_chat_member"] = new JsonObject { ["status"] = status },
        },
    };

    private static JsonObject Place(string type) => new()
    {
        ["id"] = long.Parse("-100" + RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue), CultureInfo.InvariantCulture),
        ["type"] = type,
        ["title"] = "A " + type,
    };

    private static JsonObject PrivateChat(PhonePerson person) =>
        new() { ["id"] = person.Id, ["type"] = "private", ["first_name"] = person.FirstName };

    private static long Now(PhoneWorld world) => world.Time.GetUtcNow().ToUnixTimeSeconds();
}
