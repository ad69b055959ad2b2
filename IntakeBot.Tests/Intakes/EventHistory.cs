using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

/// <summary>Three desks and a server that gives what it likes: what each of them came to know, step by step.</summary>
internal sealed class EventHistory
{
    public const int Desks = 3;

    private static readonly string[] Tags = ["child", "to call"];

    private readonly List<KnownEvent> _server = [];
    private readonly List<KnownEvent>[] _known = [.. Enumerable.Range(0, Desks).Select(_ => new List<KnownEvent>())];

    public IReadOnlyList<KnownEvent> Server => _server;

    public IReadOnlyList<KnownEvent> KnownTo(int desk) => _known[desk];

    /// <summary>Where <paramref name="step"/> is even the desk writes something, else it fetches; all else is drawn from the number.</summary>
    public void Step(int desk, int step, EventHash hash, uint minute)
    {
        if (step % 2 == 0)
        {
            Write(desk, BodyOf(step / 2), hash, minute);
        }
        else
        {
            Fetch(desk, (uint)step / 2);
        }
    }

    /// <summary>Everything that was ever written.</summary>
    public void FetchAll()
    {
        foreach (var known in _known)
        {
            known.AddRange(_server);
        }
    }

    /// <summary>The server says another thing in an author's name, which a second machine of hers may have written.</summary>
    public KnownEvent Fork(KnownEvent known, EventHash hash)
    {
        var other = new KnownEvent(hash, known.Event with { Body = EventBody.Noted.Of("the other machine's")! }, IsVerified: true);
        _server.Add(other);
        return other;
    }

    private void Write(int desk, EventBody body, EventHash hash, uint minute)
    {
        var made = new CaseEvent
        {
            Author = (byte)desk,
            Counter = (ushort)_server.Count(e => e.Event.Author == desk),
            Minute = minute,
            Parents = CaseState.Of(_known[desk]).Heads,
            Body = body,
        };
        var known = new KnownEvent(hash, made, IsVerified: true);
        _server.Add(known);
        _known[desk].Add(known);
    }

    /// <summary>Which of the events the server gives, and which of them twice.</summary>
    private void Fetch(int desk, uint drawn)
    {
        foreach (var (i, known) in _server.Index())
        {
            var times = (drawn >> (i % 16 * 2)) & 3;
            _known[desk].AddRange(Enumerable.Repeat(known, times == 3 ? 2 : (int)Math.Min(times, 1)));
        }
    }

    private static EventBody BodyOf(int drawn) => (drawn % 10) switch
    {
        0 => new EventBody.Opened(),
        1 or 2 => new EventBody.Assigned(drawn % 3 == 0 ? null : (byte)(drawn / 10 % Desks)),
        3 or 4 => new EventBody.StatusSet((CaseStatus)(drawn / 10 % 6)),
        5 => EventBody.Noted.Of($"note {drawn}")!,
        6 or 7 => EventBody.Tagged.Of(Tags[drawn / 10 % Tags.Length], drawn / 20 % 2 == 0)!,
        8 => new EventBody.FollowUp((ushort)(drawn / 10 % 4)),
        _ => new EventBody.Merged((UInt128)(drawn / 10 % 3)),
    };
}
