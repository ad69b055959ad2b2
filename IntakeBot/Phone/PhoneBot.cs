using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace IntakeBot.Phone;

/// <summary>One bot account: its profile, its queue of updates and its message ids.</summary>
public sealed class PhoneBot
{
    private int _lastMessageId = RandomNumberGenerator.GetInt32(10, 5000);
    private string _name;

    internal PhoneBot(string token, string name, string username, TimeProvider time)
    {
        Id = long.Parse(token.Split(':')[0], CultureInfo.InvariantCulture);
        Username = username;
        _name = name;
        UserJson = WriteUser();
        Updates = new UpdateQueue(time);
        Webhook = new Webhook(this, time);
    }

    public long Id { get; }

    public string Username { get; }

    public string Name
    {
        get => _name;
        internal set
        {
            _name = value;
            UserJson = WriteUser();
        }
    }

    /// <summary>As @BotFather leaves it for a new bot, or as its owner set it.</summary>
    public bool CanJoinGroups { get; set; }

    public bool SupportsInlineQueries { get; set; }

    public bool CanReadAllGroupMessages { get; set; }

    /// <summary>How many updates wait for the bot's confirmation.</summary>
    public int PendingUpdates => Updates.Count;

    /// <summary>A getUpdates call is waiting right now.</summary>
    public bool IsPolled => Updates.IsPolled;

    internal UpdateQueue Updates { get; }

    internal byte[] UserJson { get; private set; }

    internal string WebhookUrl { get; set; } = "";

    internal Webhook Webhook { get; }

    /// <summary>Somebody else holds the token and asks again and again.</summary>
    internal bool IsPolledElsewhere { get; set; }

    /// <summary>Presses without an answer yet: query id → the chat where the spinner turns.</summary>
    internal ConcurrentDictionary<long, PhoneChat> OpenQueries { get; } = new();

    /// <summary>What the set-methods stored: kind, scope and language → the JSON value.</summary>
    internal ConcurrentDictionary<(string Kind, string Scope, string Language), byte[]> Profile { get; } = new();

    internal int NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    private byte[] WriteUser() => JsonBytes.Write(this, static (writer, bot) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, bot.Id);
        writer.WriteBoolean("is_bot"u8, value: true);
        writer.WriteString("first_name"u8, bot._name);
        writer.WriteString("username"u8, bot.Username);
        writer.WriteEndObject();
    });
}
