namespace IntakeBot.Phone;

/// <summary>
/// What goes wrong between bot and Telegram, switched on by a test or a benchmark. A method name or <c>*</c> says which calls
/// it befalls. Calm until told otherwise.
/// </summary>
public sealed class PhoneWeather
{
    private readonly Lock _gate = new();
    private readonly List<Gust> _gusts = [];
    private volatile bool _calm = true;

    /// <summary>Answers the next calls with an error and does not do what they ask.</summary>
    public void Fail(string method, int times, int status, int? retryAfter = null) =>
        Add(method, times, new Blow { Status = status, RetryAfter = retryAfter });

    /// <summary>Holds every call back for a while, in the world's time, until <see cref="Clear"/>.</summary>
    public void Delay(string method, TimeSpan by) => Add(method, int.MaxValue, new Blow { Delay = by });

    /// <summary>Does what the next calls ask, then cuts the connection: the bot cannot know that it was done.</summary>
    public void DropResponse(string method, int times) => Add(method, times, new Blow { DropResponse = true });

    /// <summary>Cuts the connection of the next calls before anything is done.</summary>
    public void AbortBefore(string method, int times) => Add(method, times, new Blow { AbortBefore = true });

    /// <summary>Ends all weather.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _gusts.Clear();
            _calm = true;
        }
    }

    /// <summary>
    /// Returns what befalls this call: the delays of all that apply, and of the rest only the oldest.
    /// </summary>
    internal Blow Next(string method)
    {
        if (_calm)
        {
            return Blow.None;
        }

        lock (_gate)
        {
            var delay = TimeSpan.Zero;
            Blow? hit = null;
            foreach (var gust in _gusts.Where(g => g.Befalls(method)).ToList())
            {
                delay += gust.Blow.Delay;
                if (gust.Blow.Delay == TimeSpan.Zero && hit is null)
                {
                    hit = gust.Blow;
                    gust.Left--;
                }
            }

            _ = _gusts.RemoveAll(static g => g.Left == 0);
            _calm = _gusts.Count == 0;
            return (hit ?? Blow.None) with { Delay = delay };
        }
    }

    private void Add(string method, int times, Blow blow)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (_gate)
        {
            _gusts.Add(new Gust(method, blow) { Left = times });
            _calm = false;
        }
    }

    internal sealed record Blow
    {
        public static readonly Blow None = new();

        public TimeSpan Delay { get; init; }

        public int Status { get; init; }

        public int? RetryAfter { get; init; }

        public bool AbortBefore { get; init; }

        public bool DropResponse { get; init; }
    }

    private sealed class Gust(string method, Blow blow)
    {
        public Blow Blow => blow;

        public int Left { get; set; }

        public bool Befalls(string called) =>
            method == "*" || string.Equals(method, called, StringComparison.OrdinalIgnoreCase);
    }
}
