namespace IntakeBot.Messenger;

/// <summary>One chat's updates are handled one after the other, different chats' at once. Used by the poller alone.</summary>
internal sealed class Lanes
{
    private readonly Dictionary<long, Task> _tails = [];

    /// <summary>Runs <paramref name="handle"/> after everything that came before it in the same chat, whatever became of that.</summary>
    public Task<T> Run<T>(long chat, Func<Task<T>> handle)
    {
        var task = _tails.TryGetValue(chat, out var tail) && !tail.IsCompleted ? AfterAsync(tail, handle) : handle();
        _tails[chat] = task;
        return task;
    }

    /// <summary>Forgets the lanes in which nothing is under way.</summary>
    public void Sweep()
    {
        foreach (var (chat, tail) in _tails)
        {
            if (tail.IsCompleted)
            {
                _ = _tails.Remove(chat);
            }
        }
    }

    private static async Task<T> AfterAsync<T>(Task tail, Func<Task<T>> handle)
    {
        await tail.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await handle();
    }
}
