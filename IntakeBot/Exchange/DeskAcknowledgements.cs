using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>When each member's desk last held everything that is listed, since this process began. Lives in memory only.</summary>
internal sealed class DeskAcknowledgements(TimeProvider time)
{
    private readonly ConcurrentDictionary<VerifyKey, DateTimeOffset> _last = [];
    private readonly DateTimeOffset _start = time.GetUtcNow();

    public void Take(VerifyKey member) => _last[member] = time.GetUtcNow();

    /// <summary>Since when nobody of a desk has had everything; the start of this process where nobody had it since.</summary>
    public DateTimeOffset LastOf(Roster roster, string desk) =>
        roster.Members.Where(m => m.IsRecipient && m.Desk == desk).Select(m => _last.TryGetValue(m.SigningKey, out var at) ? at : _start).DefaultIfEmpty(_start).Max();
}
