using System.Diagnostics;
using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IntakeBot.Tests.Reading;

/// <summary>No test: how soon after the passphrase a desk with a warm cache has 10,000 intakes open, at 8 places. Run by hand alone (-explicit only).</summary>
public sealed class QueueFigure(ITestOutputHelper output)
{
    private const int Intakes = 10_000;

    [Fact(Explicit = true)]
    public void Warm_cache_to_queue()
    {
        using var setup = new RosterSetup();
        using var membership = MembershipCase.Of(setup);
        using var folder = new CacheFolder();
        using (var cache = folder.Open())
        {
            var start = Now();
            cache.Apply([.. Rows(membership)], []);
            Tell("sealing and writing", start);
            start = Now();
            cache.Apply([Tombstone.Of(cache.Places(RowKind.Cold)[0], RosterSetup.Today)], []);
            Tell("erasing one of them", start);
        }

        for (var run = 0; run < 3; run++)
        {
            var start = Now();
            using var cache = folder.Open();
            Tell($"loading {new FileInfo(folder.File).Length >> 20} MiB", start);
            var book = new IntakeBook(membership, cache);
            book.OpenAll();
            var queue = book.Intakes.Values.Select(i => i.Opening).Order(IntakeOpening.MostUrgentFirst).ToList();
            Tell($"loading, opening and sorting {queue.Count(o => o.Reading is { QuestionnaireOk: true })}", start);
            var cases = new CaseBook(membership, book, cache, TimeProvider.System);
            cases.Draw(atStart: true, events: true);
            Tell("with everybody's work looked for, until the queue can be shown", start);
            foreach (var query in new[] { "", "?part=Children", "?level=U4&page=150", "?part=Unassigned&language=ko" })
            {
                start = Now();
                var wish = QueueWish.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));
                var words = new CaseWords(membership, DeskWords.Of("en"));
                var view = new QueueView(membership, cases.Sheet, words, new(words.Words, new([], TimeZoneInfo.Utc), TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch), default);
                Tell($"queue{query}, {view.Of(wish, null).Rows.Count} rows", start);
            }
        }

        output.WriteLine($"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most, {Environment.ProcessorCount} processors");
    }

    private static IEnumerable<SealedRow> Rows(Membership membership)
    {
        using var server = new ServerKey(new byte[ServerKey.Size]);
        var keys = new RecipientKey?[8];
        keys[0] = membership.Member.EpochKeys[1];
        var heading = new Heading
        {
            QuestionnaireHash = QuestionnaireHash.Of(ShippedQuestionnaire.Value.Canonical.Span),
            RosterSerial = 7,
            Language = 0,
            Day = RosterSetup.Today.Number,
            Burst = 0,
        };
        var made = Enumerable.Range(0, Intakes).AsParallel().Select(_ => new IntakeSealer(server).Begin(
            Locator.Draw(RosterSetup.Today), StepKey.Draw(), new(1, 7, keys), default, heading, RosterSetup.Today)).ToList();
        return made.SelectMany(m => new SealedRow[] { m.Cold, m.Hot });
    }

    /// <summary>On a machine that others use too, the second figure tells more: of two processors alone, half of it passes.</summary>
    private void Tell(string what, (long Start, TimeSpan Used) since) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {Stopwatch.GetElapsedTime(since.Start).TotalMilliseconds:0} ms, of a processor {(Environment.CpuUsage.TotalTime - since.Used).TotalMilliseconds:0} ms"));

    private static (long Start, TimeSpan Used) Now() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
}
