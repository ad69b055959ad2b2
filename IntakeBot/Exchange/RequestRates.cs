using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>
/// How often members may ask, each and together. A desk that asks at a constant rate is far below; one whose program runs wild, or whose
/// key was stolen, leaves room for the others. Only a member's good signature counts, so that nobody can use up another's share.
/// </summary>
internal sealed class RequestRates
{
    public const int MemberBurst = 1_000;
    public const int MemberPerSecond = 25;
    public const int Burst = 4_000;
    public const int PerSecond = 100;

    private readonly Lock _lock = new();
    private readonly Bucket _all = new(Burst, PerSecond);
    private readonly Dictionary<VerifyKey, Bucket> _members = [];

    public bool TryTake(VerifyKey member, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_members.TryGetValue(member, out var own))
            {
                _members[member] = own = new(MemberBurst, MemberPerSecond);
            }

            return _all.Has(now) && own.Take(now) == TimeSpan.Zero && _all.Take(now) == TimeSpan.Zero;
        }
    }
}
