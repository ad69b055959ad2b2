using System.Diagnostics;
using System.Security.Cryptography;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Bench;

/// <summary>
/// Whether time tells what a typed code is: the hotline's whole way from the typed words to the screen, Argon2id at its least so that it
/// hides nothing, in a store with other people's mailboxes. Kinds come in random order, so that a busy machine slows all alike.
/// </summary>
internal sealed class CodeTiming(Questionnaire questionnaire, int samples)
{
    /// <summary>Mailboxes of each kind that is stored, and of others.</summary>
    private const int Mailboxes = 64;

    private const int WarmUp = 500;

    private static readonly Day Today = Day.Today(TimeProvider.System);

    private long _person = 1;

    public async Task<CodeTimingReport> RunAsync(CancellationToken stop)
    {
        var load = ProcessUse.Load();
        var folder = Directory.CreateTempSubdirectory("intakebot-timing-").FullName;
        try
        {
            using var server = new ServerKey(RandomNumberGenerator.GetBytes(ServerKey.Size));
            await using var store = SealedStore.Open(folder, TimeProvider.System);
            var limits = new CodeLimits { PerHour = int.MaxValue, PerDay = int.MaxValue, OverallPerHour = int.MaxValue };
            await using var codes = new CodeLane(server, store.FindNearest, ArgonProfile.Tiny, limits, 1);
            var hotline = new Hotline(new()
            {
                Bot = 1,
                Questionnaires = new(questionnaire),
                Store = store,
                Key = server,
                Recipients = (_, _) => null,
                Time = TimeProvider.System,
                Codes = codes,
                CodeGate = new(limits, TimeProvider.System),
                Limits = FloodLimits.None,
            });
            var kinds = await FillAsync(store, server);
            var times = kinds.Select(_ => new List<double>(samples)).ToList();
            for (var i = 0; times.Exists(t => t.Count < samples); i++)
            {
                stop.ThrowIfCancellationRequested();
                var kind = RandomNumberGenerator.GetInt32(kinds.Count);
                var took = await TypeAsync(hotline, kinds[kind].Draw());
                if (i >= WarmUp && times[kind].Count < samples)
                {
                    times[kind].Add(took);
                }
            }

            return CodeTimingReport.Of([.. kinds.Select((k, i) => (k.Name, times[i]))], load);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Microseconds from the typed words to what is drawn, in a chat that shows the first screen.</summary>
    private async Task<double> TypeAsync(Hotline hotline, string typed)
    {
        var person = _person++;
        _ = await hotline.SayAsync(person, new Said.Start());
        if (_person % 1000 == 0)
        {
            hotline.Sweep();
        }

        var began = Stopwatch.GetTimestamp();
        var code = hotline.TryCode(person, typed) ?? throw new InvalidOperationException("This is a code.");
        await code.Ready;
        var shown = await hotline.SayCodeAsync(person, code);
        var took = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        return shown.Drawing is null ? throw new InvalidOperationException("Nothing was drawn.") : took;
    }

    /// <summary>What may be typed: a right code without a reply, one that was erased, one that nobody ever had.</summary>
    private static async Task<IReadOnlyList<(string Name, Func<string> Draw)>> FillAsync(SealedStore store, ServerKey server)
    {
        var right = new List<string>();
        var erased = new List<string>();
        for (var i = 0; i < 2 * Mailboxes; i++)
        {
            using var prepared = PreparedCode.Make(server, ArgonProfile.Tiny);
            var mailbox = CodeTimingCase.Mailbox(server, prepared, Today);
            var isErased = i % 2 == 1;
            (isErased ? erased : right).Add(prepared.Code.Show());
            _ = await store.CommitAsync(new Change().Put(mailbox, expected: null));
            _ = isErased && await store.CommitAsync(new Change().Remove(RowKind.Mailbox, mailbox.Place, mailbox.Version));
        }

        // As many of each: a code that was typed before is found sooner by any memory on its way, whatever it opens.
        var unknown = Enumerable.Range(0, Mailboxes).Select(_ => ReceiptCode.Draw().Show()).ToList();
        string Of(List<string> codes) => codes[RandomNumberGenerator.GetInt32(codes.Count)];
        return [("no reply yet", () => Of(right)), ("erased", () => Of(erased)), ("unknown", () => Of(unknown))];
    }
}
