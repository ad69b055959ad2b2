namespace IntakeBot.Core.Intakes;

/// <summary>The work behind <see cref="CaseState.Of"/>: every event once, by time and then by hash, and what follows from that.</summary>
internal sealed class CaseFold
{
    private readonly List<KnownEvent> _events;
    private readonly Dictionary<EventHash, KnownEvent> _byHash;

    public CaseFold(IEnumerable<KnownEvent> events)
    {
        _events =
        [
            .. events.GroupBy(e => e.Hash).Select(same => same.First() with { IsVerified = same.Any(e => e.IsVerified) })
                .OrderBy(e => e.Event.Minute).ThenBy(e => e.Hash),
        ];
        _byHash = _events.ToDictionary(e => e.Hash);
    }

    public CaseState State()
    {
        var sent = Entries<EventBody.ReplySent>().DistinctBy(e => e.Body.Name).ToList();
        var settled = sent.Select(e => e.Body.Name).Concat(Entries<EventBody.ReplyWithdrawn>().Select(e => e.Body.Name)).ToHashSet();
        return new()
        {
            Assigned = Latest<EventBody.Assigned>(),
            StatusSet = Latest<EventBody.StatusSet>(),
            Openings = [.. Entries<EventBody.Opened>().DistinctBy(e => e.Author)],
            Drafts = [.. Entries<EventBody.ReplyDrafted>().Where(e => !settled.Contains(e.Body.Name)).DistinctBy(e => (e.Body.Name, e.Author))],
            Drafted = [.. Entries<EventBody.ReplyDrafted>()],
            Sent = sent,
            Notes = [.. Entries<EventBody.Noted>()],
            Tags =
            [
                .. Entries<EventBody.Tagged>().GroupBy(e => e.Body.Tag).Select(same => Latest(same.ToList())!).Where(e => e.Body.IsOn)
                    .OrderBy(e => e.Body.Tag, StringComparer.Ordinal),
            ],
            FollowUpSet = Latest<EventBody.FollowUp>(),
            MergedSet = Latest<EventBody.Merged>(),
            Referrals = [.. Entries<EventBody.Referred>()],
            TakenOut = [.. Entries<EventBody.TakenOut>()],
            Unknown = [.. Entries<EventBody.Unknown>()],
            Problems = [.. MissingParents(), .. Forks(), .. Gaps(), .. Unverified()],
            Heads = [.. _events.Select(e => e.Hash).Except(_events.SelectMany(e => e.Event.Parents)).OrderDescending().Take(CaseEvent.MostParents).Reverse()],
        };
    }

    private IEnumerable<CaseEntry<TBody>> Entries<TBody>()
        where TBody : EventBody =>
        from e in _events
        where e.Event.Body is TBody
        select new CaseEntry<TBody>(e, (TBody)e.Event.Body);

    private CaseEntry<TBody>? Latest<TBody>()
        where TBody : EventBody => Latest(Entries<TBody>().ToList());

    /// <summary>Of those that no other of them follows, the one of the greatest hash.</summary>
    private CaseEntry<TBody>? Latest<TBody>(IReadOnlyCollection<CaseEntry<TBody>> all)
        where TBody : EventBody
    {
        var before = Before(all.Select(e => e.By));
        return all.Where(e => !before.Contains(e.By.Hash)).MaxBy(e => e.By.Hash);
    }

    /// <summary>All that any of them follows, at whatever distance.</summary>
    private HashSet<EventHash> Before(IEnumerable<KnownEvent> events)
    {
        var before = new HashSet<EventHash>();
        var next = new Stack<EventHash>(events.SelectMany(e => e.Event.Parents));
        while (next.TryPop(out var hash))
        {
            if (before.Add(hash) && _byHash.TryGetValue(hash, out var known))
            {
                known.Event.Parents.ToList().ForEach(next.Push);
            }
        }

        return before;
    }

    private IEnumerable<CaseProblem> MissingParents() =>
        from e in _events.OrderBy(e => e.Hash)
        from parent in e.Event.Parents
        where !_byHash.ContainsKey(parent)
        select new CaseProblem.MissingParent(e.Event.Author, e.Event.Counter, parent);

    private IEnumerable<CaseProblem> Forks() =>
        from same in _events.GroupBy(e => (e.Event.Author, e.Event.Counter))
        where same.Count() > 1
        orderby same.Key
        select new CaseProblem.Fork(same.Key.Author, same.Key.Counter);

    private IEnumerable<CaseProblem> Gaps() =>
        from own in _events.GroupBy(e => e.Event.Author, e => e.Event.Counter)
        orderby own.Key
        from counter in Enumerable.Range(0, own.Max()).Select(c => (ushort)c).Except(own)
        select new CaseProblem.Gap(own.Key, counter);

    private IEnumerable<CaseProblem> Unverified() =>
        from e in _events
        where !e.IsVerified
        orderby e.Event.Author, e.Event.Counter, e.Hash
        select new CaseProblem.Unverified(e.Event.Author, e.Event.Counter);
}
