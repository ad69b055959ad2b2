using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace IntakeBot.Phone;

/// <summary>
/// One person's chat with one bot. Hold <see cref="Gate"/> to read or change it; raise <see cref="Changed"/> after.
/// </summary>
internal sealed class PhoneChat(PhoneBot bot, Account account, TimeProvider time)
{
    public Lock Gate { get; } = new();

    public Signal Changed { get; } = new();

    public PhoneBot Bot => bot;

    public byte[] PersonJson { get; } = account.UserJson();

    public byte[] ChatJson { get; } = account.ChatJson();

    /// <summary>The random number that ties this chat's presses together.</summary>
    public string Instance { get; } =
        BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The person has written to the bot; before that the bot cannot reach them.</summary>
    public bool Started { get; set; }

    public bool Blocked { get; set; }

    /// <summary>Every message that the bot can still name, oldest first.</summary>
    public SortedList<int, StoredMessage> Messages { get; } = [];

    public List<PhoneSpinner> Spinners { get; } = [];

    public PhoneToast? Toast { get; set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public StoredMessage Add(Func<int, StoredMessage> make)
    {
        var message = make(bot.NextMessageId());
        Messages.Add(message.Id, message);
        return message;
    }

    public IReadOnlyList<PhoneMessage> Screen()
    {
        lock (Gate)
        {
            return [.. Messages.Values.Where(m => !m.GoneFromPhone).Select(m => m.OnScreen())];
        }
    }
}
