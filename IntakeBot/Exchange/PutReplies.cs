using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>
/// Remembers which replies were put, for as long as their signatures would let them be put again: one that she has read must not come
/// back. In memory, so a restart forgets it; each member gets a share only, so that nobody fills the memory. Entered by one at a time.
/// </summary>
internal sealed class PutReplies : IDisposable
{
    public const int MaxPerMember = 2_000;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<(Place Mailbox, UInt128 Id), (Day Until, VerifyKey Sender)> _put = [];
    private Day _swept;

    /// <summary>Until the answer is disposed of nobody else is in here.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Exit(_gate);
    }

    public bool Has(SignedReply reply, Day today)
    {
        if (_swept != today)
        {
            _swept = today;
            foreach (var id in _put.Where(p => p.Value.Until < today).Select(p => p.Key).ToList())
            {
                _ = _put.Remove(id);
            }
        }

        return _put.ContainsKey(IdOf(reply));
    }

    public bool HasRoomFor(VerifyKey sender) => _put.Values.Count(p => p.Sender.Equals(sender)) < MaxPerMember;

    public void Remember(VerifyKey sender, SignedReply reply) => _put[IdOf(reply)] = (reply.Written.Plus(Format.ReplyDaysWaiting), sender);

    public void Dispose() => _gate.Dispose();

    private static (Place Mailbox, UInt128 Id) IdOf(SignedReply reply) =>
        (reply.Mailbox, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(reply.Reply.Id));

    private sealed class Exit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
