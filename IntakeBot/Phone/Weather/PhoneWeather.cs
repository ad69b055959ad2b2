namespace IntakeBot.Phone;

/// <summary>
/// What goes wrong between bot and Telegram, switched on by a test, a benchmark or a person at the page: by the name of one of the
/// <see cref="Options"/>, or for single methods. A method name or <c>*</c> says which calls it befalls. Calm until told otherwise.
/// </summary>
public sealed class PhoneWeather
{
    internal const string Everything = "*";
    internal const string AllButPolls = "* but getUpdates";

    private readonly Lock _gate = new();
    private readonly List<Gust> _gusts = [];
    private readonly HashSet<string> _on = [];
    private readonly PhoneWorld _world;
    private volatile bool _calm = true;
    private int _held;

    internal PhoneWeather(PhoneWorld world) => _world = world;

    /// <summary>All weather that has a name.</summary>
    public static IReadOnlyList<WeatherOption> Options => WeatherOptions.All;

    /// <summary>The names of what lasts at present.</summary>
    public IReadOnlyList<string> On
    {
        get
        {
            lock (_gate)
            {
                return [.. _on];
            }
        }
    }

    /// <summary>How many calls are held back right now.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>Lets weather that lasts begin or end.</summary>
    public void Switch(string name, bool on)
    {
        var change = Named(name).Switch ?? throw new ArgumentException($"\"{name}\" happens once and cannot be switched.", nameof(name));
        lock (_gate)
        {
            _ = on ? _on.Add(name) : _on.Remove(name);
        }

        change(_world, on);
        _world.Bot.Updates.EndPoll(on ? PollEnd.TimedOut : PollEnd.Arrived);
        _world.PeopleChanged.Raise();
    }

    /// <summary>
    /// Lets weather happen once, or as often as it is counted. What the phone refuses throws <see cref="InvalidOperationException"/>.
    /// </summary>
    public void Happen(string name, PhonePerson? person = null, int? count = null)
    {
        var option = Named(name);
        var happen = option.Happen ?? throw new ArgumentException($"\"{name}\" lasts and is switched.", nameof(name));
        if (option.NeedsPerson && person is null)
        {
            throw new InvalidOperationException("It needs a person to happen to.");
        }

        happen(_world, person, Math.Clamp(count ?? option.Count, 0, 100_000));
    }

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
        foreach (var name in On)
        {
            Switch(name, on: false);
        }

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

    internal async Task HoldAsync(TimeSpan delay, CancellationToken aborted)
    {
        _ = Interlocked.Increment(ref _held);
        try
        {
            await Task.Delay(delay, _world.Time, aborted);
        }
        finally
        {
            _ = Interlocked.Decrement(ref _held);
        }
    }

    /// <summary>Begins what befalls calls under a name, or, where <paramref name="blow"/> is null, ends it.</summary>
    internal void Blows(string name, string method, Blow? blow)
    {
        lock (_gate)
        {
            _ = _gusts.RemoveAll(g => g.Name == name);
            if (blow is not null)
            {
                _gusts.Add(new Gust(method, blow) { Name = name, Left = int.MaxValue });
            }

            _calm = _gusts.Count == 0;
        }
    }

    private static WeatherOption Named(string name) =>
        WeatherOptions.Find(name) ?? throw new ArgumentException($"There is no weather \"{name}\".", nameof(name));

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

        /// <summary>Answered instead of doing anything.</summary>
        public BotReply? Reply { get; init; }

        public bool AbortBefore { get; init; }

        public bool DropResponse { get; init; }
    }

    private sealed class Gust(string method, Blow blow)
    {
        public Blow Blow => blow;

        public string? Name { get; init; }

        public int Left { get; set; }

        public bool Befalls(string called) =>
            method == Everything || (method == AllButPolls && called != "getUpdates") || string.Equals(method, called, StringComparison.OrdinalIgnoreCase);
    }
}
