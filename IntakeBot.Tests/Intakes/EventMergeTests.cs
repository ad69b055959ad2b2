using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

/// <summary>
/// Two hundred thousand histories of three desks at one case, over a server that gives events in any order, late, twice or not at all. What a case comes to
/// is held against a reading of the document that walks from every event to every other.
/// </summary>
public sealed class EventMergeTests
{
    private const int Histories = 120_000;

    private static readonly Gen<(int Desk, int Step, EventHash Hash, uint Minute)[]> Steps =
        Gen.Select(Gen.Int[0, EventHistory.Desks - 1], Gen.Int[0, 100_000], CaseEventTests.Hashes, Gen.UInt[1, 5]).Array[1, 14].Where(s => s.Select(x => x.Item3).Distinct().Count() == s.Length);

    [Fact]
    public void No_desk_loses_what_another_wrote_and_all_come_to_one_state() => Steps.Sample(
        steps =>
        {
            var history = Play(steps);
            history.FetchAll();
            var states = Enumerable.Range(0, EventHistory.Desks).Select(d => CaseState.Of(history.KnownTo(d))).ToList();

            Assert.All(states, s => Assert.Empty(s.Problems));
            Assert.All(states, s => Assert.Equal(Told(states[0]), Told(s)));
            Assert.Equal(Expected(history.Server), Told(states[0]));
            Assert.Equal(history.Server.Select(e => e.Event.Body).OfType<EventBody.Noted>().Count(), states[0].Notes.Count);
        },
        iter: Histories / 2);

    /// <summary>What a desk lacks is told exactly where it can be known: an event that another names, or one below an author's later one.</summary>
    [Fact]
    public void What_is_kept_back_repeated_or_forked_is_told_and_changes_nothing_else() => Gen.Select(Steps, Gen.Int[0, 13], CaseEventTests.Hashes).Sample(
        (steps, pick, hash) =>
        {
            var history = Play(steps);
            for (var desk = 0; desk < EventHistory.Desks; desk++)
            {
                var known = history.KnownTo(desk).DistinctBy(e => e.Hash).ToList();
                var state = CaseState.Of(history.KnownTo(desk));

                Assert.Equal(Expected(known), Told(state));
                Assert.Equal(Lacking(known), state.Problems.Count);
                Assert.Equal(Told(state), Told(CaseState.Of(known.AsEnumerable().Reverse().Concat(known))));
            }

            if (history.Server.Count > 0 && history.Server.All(e => e.Hash != hash))
            {
                history.FetchAll();
                var twin = history.Server[pick % history.Server.Count];
                _ = history.Fork(twin, hash);
                Assert.Equal([new CaseProblem.Fork(twin.Event.Author, twin.Event.Counter)], CaseState.Of(history.Server).Problems);
            }
        },
        iter: Histories / 2);

    private static EventHistory Play((int Desk, int Step, EventHash Hash, uint Minute)[] steps)
    {
        var history = new EventHistory();
        foreach (var (desk, step, hash, minute) in steps)
        {
            history.Step(desk, step, hash, minute);
        }

        return history;
    }

    private static string Told(CaseState state) =>
        $"{state.Assigned?.By.Hash} {state.StatusSet?.By.Hash} {state.FollowUpSet?.By.Hash} {state.MergedSet?.By.Hash} {string.Join(',', state.Tags.Select(t => t.By.Hash))}";

    private static string Expected(IReadOnlyList<KnownEvent> known)
    {
        var tags = known.Where(e => e.Event.Body is EventBody.Tagged).GroupBy(e => ((EventBody.Tagged)e.Event.Body).Tag).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Last(g.ToList(), known)!).Where(e => ((EventBody.Tagged)e.Event.Body).IsOn);
        string? Of<TBody>() => Last([.. known.Where(e => e.Event.Body is TBody)], known)?.Hash.ToString();
        return $"{Of<EventBody.Assigned>()} {Of<EventBody.StatusSet>()} {Of<EventBody.FollowUp>()} {Of<EventBody.Merged>()} {string.Join(',', tags.Select(t => t.Hash))}";
    }

    /// <summary>Of those that none of them follows, the one of the greatest hash.</summary>
    private static KnownEvent? Last(List<KnownEvent> events, IReadOnlyList<KnownEvent> known) =>
        events.Where(e => !events.Any(later => Follows(later, e.Hash, known))).OrderByDescending(e => e.Hash).FirstOrDefault();

    private static bool Follows(KnownEvent later, EventHash earlier, IReadOnlyList<KnownEvent> known) =>
        later.Event.Parents.Any(p => p == earlier || known.FirstOrDefault(k => k.Hash == p) is { } parent && Follows(parent, earlier, known));

    private static int Lacking(List<KnownEvent> known) =>
        known.Sum(e => e.Event.Parents.Count(p => known.All(k => k.Hash != p)))
        + Enumerable.Range(0, EventHistory.Desks).Sum(author =>
        {
            var counters = known.Where(e => e.Event.Author == author).Select(e => (int)e.Event.Counter).ToHashSet();
            return counters.Count == 0 ? 0 : counters.Max() + 1 - counters.Count;
        });
}
