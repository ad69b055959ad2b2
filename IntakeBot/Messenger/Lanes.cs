namespace IntakeBot.Messenger;

/// <summary>One chat's updates are handled one after the other, different chats' at once.</summary>
internal sealed class Lanes
{
    private const int Few = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Task> _tails = [];
    private int _sweepAt = Few;

    /// <summary>Runs <paramref name="handle"/> after everything that came before it in the same chat, whatever became of that.</summary>
    public Task<T> Run<T>(long chat, Func<Task<T>> handle)
    {
        lock (_lock)
        {
            var task = _tails.TryGetValue(chat, out var tail) && !tail.IsCompleted ? AfterAsync(tail, handle) : handle();
            _tails[chat] = task;
            if (_tails.Count >= _sweepAt)
            {
                Sweep();
            }

            return task;
        }
    }

    /// <summary>Forgets the lanes in which nothing is under way, before they are many times those in which something is.</summary>
    private void Sweep()
    {
        foreach (var (chat, tail) in _tails)
        {
            if (tail.IsCompleted)
            {
                _ = _tails.Remove(chat);
            }
        }

        _sweepAt = Math.Max(Few, 2 * _tails.Count);
    }

    private static async Task<T> AfterAsync<T>(Task tail, Func<Task<T>> handle)
    {
        await tail.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await handle();
    }
}
