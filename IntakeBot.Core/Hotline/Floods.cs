namespace IntakeBot.Core.Hotline;

/// <summary>
/// Who sends more than a person can is not heard until the bucket fills again. The buckets over all chats are as large as the machine:
/// a person meets them only in a flood that would keep her waiting anyway. Memory only, and a chat is forgotten as soon as its buckets are full, so that forgetting it gives it nothing.
/// </summary>
public sealed class Floods(FloodLimits limits, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Quota> _quotas = [];
    private readonly LastHour _begun = new();
    private readonly Bucket? _presses = Over(limits.AllPressesPerSecond);
    private readonly Bucket? _texts = Over(limits.AllTextsPerSecond);
    private readonly Bucket? _starts = Over(limits.AllStartsPerSecond);
    private readonly Bucket? _slips = Over(limits.AllSlipsPerSecond);
    private readonly Bucket? _consents = Over(limits.AllConsentsPerSecond, seconds: 600);

    /// <summary>Chats that it remembers.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _quotas.Count;
            }
        }
    }

    /// <summary>The label that an intake begun now gets: 0 as always, 1 a busy hour, 2 a flood.</summary>
    internal byte Burst
    {
        get
        {
            lock (_lock)
            {
                var begun = _begun.Count(time.GetUtcNow());
                return Over(limits.FloodPerHour) ? (byte)2 : Over(limits.BusyPerHour) ? (byte)1 : (byte)0;

                bool Over(int limit) => limit > 0 && begun > limit;
            }
        }
    }

    /// <summary>A button was pressed. False: to be answered and left.</summary>
    public bool TryPress(long person) => Locked(person, (quota, now) =>
    {
        quota.ForgetOthers();
        return Takes(quota.Presses, now) && Takes(_presses, now);
    });

    /// <summary>True where not one press more would be handled now: then nobody should wait for what is drawn there.</summary>
    public bool IsSpent(long person) => Locked(person, (quota, now) => quota.Presses is { } presses && !presses.Has(now));

    /// <summary>Something came that is no button and no command. False: to be deleted and left.</summary>
    public bool TryText(long person) => Locked(person, (quota, now) => Takes(quota.Texts, now) && Takes(_texts, now));

    /// <summary>/start came. False: to be deleted and left.</summary>
    public bool TryStart(long person) => Locked(person, (quota, now) =>
    {
        if (!Takes(quota.Starts, now) || !Takes(_starts, now))
        {
            return false;
        }

        _begun.Add(now);
        return true;
    });

    /// <summary>Forgets whom forgetting changes nothing for; to be called about once a minute.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var (person, quota) in _quotas)
            {
                if (quota.IsUnused(now))
                {
                    _ = _quotas.Remove(person);
                }
            }
        }
    }

    internal bool MayConsent(long person) => Locked(person, (quota, now) => (quota.Consents?.Has(now) ?? true) && (_consents?.Has(now) ?? true));

    internal void Consented(long person) => Locked(person, (quota, now) =>
    {
        _begun.Add(now);
        return Takes(quota.Consents, now) & Takes(_consents, now);
    });

    /// <summary>True for the third thing in ten minutes that is no button, with no press in between.</summary>
    /// <param name="person">Who sent it.</param>
    /// <param name="sending">Names it, so that what comes twice, or in several parts, counts once.</param>
    internal bool IsThird(long person, string sending) => Locked(person, (quota, now) => quota.IsThird(sending, now));

    /// <summary>True for a few notes an hour; what comes above them is as anything that is no button.</summary>
    internal bool TryNote(long person) => Locked(person, (quota, now) => Takes(quota.Notes, now));

    /// <summary>True where a screen may say that a code was not looked for. Of all chats together.</summary>
    internal bool TrySlip()
    {
        lock (_lock)
        {
            return Takes(_slips, time.GetUtcNow());
        }
    }

    /// <summary>True once in ten minutes.</summary>
    internal bool TryHint(long person) => Locked(person, (quota, now) => quota.TryHint(now));

    private static Bucket? Over(double perSecond, int seconds = 2) => perSecond > 0 ? new(Math.Max(1, (int)(perSecond * seconds)), perSecond) : null;

    private static bool Takes(Bucket? bucket, DateTimeOffset now) => bucket is null || bucket.Take(now) == TimeSpan.Zero;

    private bool Locked(long person, Func<Quota, DateTimeOffset, bool> act)
    {
        lock (_lock)
        {
            if (!_quotas.TryGetValue(person, out var quota))
            {
                _quotas.Add(person, quota = new(limits));
            }

            return act(quota, time.GetUtcNow());
        }
    }
}
