using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>
/// Remembers the nonces of admitted requests for as long as their time could still be admitted. Only a member's good signature
/// gets an entry, and each member only so many, so that nobody fills the memory.
/// </summary>
internal sealed class SpentNonces(TimeSpan window)
{
    private const int MaxPerMember = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<VerifyKey, Dictionary<string, DateTimeOffset>> _ends = [];
    private DateTimeOffset _swept;

    /// <summary>False for a nonce that this member has used already, and for a member with too many.</summary>
    public bool TrySpend(SignatureInput input, DateTimeOffset now)
    {
        lock (_lock)
        {
            if ((now - _swept).Duration() >= window)
            {
                Sweep(now);
            }

            if (!_ends.TryGetValue(input.KeyId, out var own))
            {
                _ends[input.KeyId] = own = [];
            }

            return own.Count < MaxPerMember && own.TryAdd(input.Nonce, DateTimeOffset.FromUnixTimeSeconds(input.Created) + window);
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        _swept = now;
        foreach (var (member, own) in _ends.ToList())
        {
            foreach (var (nonce, end) in own.ToList())
            {
                if (end < now)
                {
                    own.Remove(nonce);
                }
            }

            if (own.Count == 0)
            {
                _ends.Remove(member);
            }
        }
    }
}
