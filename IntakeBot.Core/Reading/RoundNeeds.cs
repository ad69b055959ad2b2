using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>What the cache lacks of what the server lists and the desk asks for.</summary>
internal sealed class RoundNeeds(RowCache cache, ServerLists lists, IReadOnlySet<Place>? mailboxes, MissedRows missed, RoundShape shape)
{
    private readonly IReadOnlyList<Place> _mailboxes =
        [.. (mailboxes?.AsEnumerable() ?? cache.Places(RowKind.Mailbox)).Where(p => !lists.IsErased(p) && !missed.Contains(new(RowKind.Mailbox, p), default))];

    /// <summary>Rows to take out of the cache. A mailbox that is merely not given stays until its last day: what is not there is said without a signature.</summary>
    public IEnumerable<RowName> Gone(Day today)
    {
        var unlisted = RoundShape.Kinds.Where(k => k != RowKind.Mailbox)
            .SelectMany(k => cache.Places(k).Where(p => !lists.Of(k).ContainsKey(p)).Select(p => new RowName(k, p)));
        var boxes = cache.Places(RowKind.Mailbox).Where(p =>
            mailboxes?.Contains(p) == false || cache.Find<Mailbox>(RowKind.Mailbox, p) is { } box && box.Expires < today);
        return [.. unlisted, .. boxes.Select(p => new RowName(RowKind.Mailbox, p))];
    }

    /// <summary>None of a kind that is not asked for at all.</summary>
    public IEnumerable<Place> Wanted(RowKind kind) => shape.Of(kind) == 0 ? [] : kind == RowKind.Mailbox
        ? _mailboxes.Where(p => cache.Find<SealedRow>(kind, p) is null)
        : lists.Of(kind).Where(l => cache.Find<SealedRow>(kind, l.Key)?.Version != l.Value && !missed.Contains(new(kind, l.Key), l.Value)
            && (kind == RowKind.Tombstone || !lists.IsErased(l.Key))).Select(l => l.Key);

    public IEnumerable<Place> Known(RowKind kind) => kind == RowKind.Mailbox ? _mailboxes : lists.Of(kind).Keys;

    /// <summary>True where the cache holds all that the server lists and gives.</summary>
    public bool IsMet => RoundShape.Kinds.Where(k => k != RowKind.Mailbox).All(k => !Wanted(k).Any());

    public void Miss(RowName name) => missed.Add(name, lists.Of(name.Kind).GetValueOrDefault(name.Place));
}
