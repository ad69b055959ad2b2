using System.Collections.Concurrent;

namespace IntakeBot.Core.Hotline;

/// <summary>All chats heard of in the last half hour. A server seized running knows who is there now; a stopped one does not.</summary>
internal sealed class Chats(TimeProvider time)
{
    /// <summary>How long a chat is remembered after it was last heard of, and a hidden conversation after Hide.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<long, Chat> _chats = new();

    public int Count => _chats.Count;

    public Chat? Find(long person)
    {
        if (!_chats.TryGetValue(person, out var chat))
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (now - chat.LastHeard > Remembered)
        {
            _ = _chats.TryRemove(person, out _);
            return null;
        }

        chat.LastHeard = now;
        return chat;
    }

    public Chat FindOrAdd(long person, Func<Chat> make)
    {
        if (Find(person) is { } known)
        {
            return known;
        }

        var chat = _chats.GetOrAdd(person, _ => make());
        chat.LastHeard = time.GetUtcNow();
        return chat;
    }

    /// <summary>Those not heard of for <paramref name="silence"/>, the newest first.</summary>
    public IReadOnlyList<(long Person, Chat Chat)> Silent(TimeSpan silence)
    {
        var now = time.GetUtcNow();
        return [.. _chats.Where(c => now - c.Value.LastHeard >= silence).OrderByDescending(c => c.Value.LastHeard).Select(c => (c.Key, c.Value))];
    }

    /// <summary>Forgets every chat that was not heard of for half an hour.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (person, chat) in _chats)
        {
            if (now - chat.LastHeard > Remembered)
            {
                _ = _chats.TryRemove(person, out _);
            }
        }
    }
}
