using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace IntakeBot.Phone;

/// <summary>
/// Everything this Telegram knows, in memory: the bot, the people and what their phones show. Thread-safe.
/// </summary>
public sealed class PhoneWorld
{
    private readonly ConcurrentDictionary<string, PhoneBot> _bots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, PhonePerson> _people = new();
    private readonly ConcurrentQueue<PhonePerson> _joined = new();

    public PhoneWorld(PhoneOptions options)
    {
        Time = options.TimeProvider;
        Bot = new PhoneBot(options.Token, options.BotName, options.BotUsername, Time);
        _bots[options.Token] = Bot;
        Weather = new(this);
    }

    public TimeProvider Time { get; }

    /// <summary>The bot that people talk to.</summary>
    public PhoneBot Bot { get; }

    public PhoneWeather Weather { get; }

    public PhoneRequests Requests { get; } = new();

    /// <summary>Everybody who joined, first comer first.</summary>
    public IReadOnlyList<PhonePerson> People => [.. _joined];

    internal Signal PeopleChanged { get; } = new();

    /// <summary>The token was revoked: no call is taken.</summary>
    internal bool IsRevoked { get; set; }

    /// <summary>Gives somebody an account and a phone; the bot learns of it at their first message.</summary>
    public PhonePerson Join(
        string firstName, string? lastName = null, string? username = null, string? languageCode = null)
    {
        var person = JoinUnseen(firstName, lastName, username, languageCode);
        _joined.Enqueue(person);
        PeopleChanged.Raise();
        return person;
    }

    /// <summary>As <see cref="Join"/>, for whoever is not to stand in the row of people.</summary>
    internal PhonePerson JoinUnseen(
        string firstName, string? lastName = null, string? username = null, string? languageCode = null)
    {
        while (true)
        {
            var id = (RandomNumberGenerator.GetInt32(10, 80) * 100_000_000L) + RandomNumberGenerator.GetInt32(100_000_000);
            var person = new PhonePerson(Bot, Time, new Account(id, firstName, lastName, username, languageCode));
            if (_people.TryAdd(id, person))
            {
                return person;
            }
        }
    }

    /// <summary>As <see cref="JoinUnseen"/>, under an account id of the caller's.</summary>
    internal PhonePerson JoinAs(long id, string firstName, string? lastName = null, string? username = null)
    {
        var person = new PhonePerson(Bot, Time, new Account(id, firstName, lastName, username, LanguageCode: null));
        return _people.TryAdd(id, person) ? person : throw new ArgumentException("Somebody has this account id.", nameof(id));
    }

    /// <summary>Returns the person with this account id, or null.</summary>
    public PhonePerson? Find(long id) => _people.GetValueOrDefault(id);

    /// <summary>Delivers an update once more under its own id, even if the bot confirmed it.</summary>
    public void Redeliver(int updateId) => Bot.Updates.Redeliver(updateId);

    /// <summary>Queues the content of an earlier update again under the next id, which it returns.</summary>
    public int Duplicate(int updateId) => Bot.Updates.Duplicate(updateId);

    /// <summary>
    /// Queues an update exactly as given, whatever the bot allows, and returns the id it got: for kinds and
    /// shapes that no phone here sends.
    /// </summary>
    public int Enqueue(JsonObject update) => Bot.Updates.EnqueueRaw(update);

    internal PhoneBot? FindBot(string token) => IsRevoked ? null : _bots.GetValueOrDefault(token);
}
