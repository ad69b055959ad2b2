using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// What remains of an opened intake when its seed is gone: finds, opens and seals its case events, and opens nothing that she said. A desk keeps
/// one for each intake that it shows, 96 bytes, and disposes of it with the intake.
/// </summary>
public sealed class CaseKey : IDisposable
{
    private readonly SecretBytes _bytes = new(3 * Hash.Size);

    private CaseKey()
    {
    }

    internal ReadOnlySpan<byte> IntakeId => _bytes.Span[..Hash.Size];

    internal ReadOnlySpan<byte> After => _bytes.Span.Slice(Hash.Size, Hash.Size);

    internal ReadOnlySpan<byte> Box => _bytes.Span[(2 * Hash.Size)..];

    public Place PlaceOf(byte author, ushort counter) => EventPlace.Of(After, author, counter);

    /// <summary>The same for all who can open the intake; to an auditor, who cannot, it only says which events are of one case.</summary>
    public UInt128 Mark => Sixteen.Read(Hash.Of(After, "case mark", []));

    /// <summary>
    /// The case's events among those for which <paramref name="isThere"/>: each author's from 0 to the first that is missing. An author's next
    /// place is the one behind the last of them.
    /// </summary>
    public IReadOnlyList<EventPlace> Walk(Func<Place, bool> isThere) => EventPlace.Walk(After, isThere);

    public void Dispose() => _bytes.Dispose();

    public override string ToString() => nameof(CaseKey);

    internal static CaseKey Of(Seed seed)
    {
        var key = new CaseKey();
        seed.IntakeId(key._bytes.Span[..Hash.Size]);
        seed.After(key._bytes.Span.Slice(Hash.Size, Hash.Size));
        seed.EventKey(key._bytes.Span[(2 * Hash.Size)..]);
        return key;
    }

    /// <summary>Names an event for all who can open the intake, and for nobody else.</summary>
    internal EventHash HashOf(ReadOnlySpan<byte> encoded) => EventHash.Read(Hash.Of(IntakeId, "event", encoded));

    /// <summary>What the author signs: nobody can move an event to another intake.</summary>
    internal byte[] Signed(ReadOnlySpan<byte> encoded) => [.. IntakeId, .. encoded];
}
