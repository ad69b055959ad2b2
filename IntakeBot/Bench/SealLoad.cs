using System.Diagnostics;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Bench;

/// <summary>Seals and opens intakes of 11 answers in this process, one after the other.</summary>
internal sealed class SealLoad(int members, int intakes)
{
    private const int Answers = 11;
    private static readonly Day Today = new(20_000);

    public SealLine Run(CancellationToken stop)
    {
        var load = ProcessUse.Load();
        using var server = new ServerKey(new byte[ServerKey.Size]);
        var secrets = Enumerable.Range(0, members).Select(_ => EpochSecret.Draw()).ToList();
        using var joined = EpochSecret.Draw();
        var sealer = new IntakeSealer(server);
        var recipients = new Recipients(0, 1, [.. secrets.Select(s => s.Public)]);
        var (begins, presses, rows) = (new List<double>(), new List<double>(), new List<(ColdRow Cold, HotRow Hot)>());
        for (var i = 0; i < intakes && !stop.IsCancellationRequested; i++)
        {
            rows.Add(Walk(sealer, recipients, begins, presses));
        }

        var opened = Stopwatch.GetTimestamp();
        var readable = rows.Count(r => IntakeOpener.Open(r.Cold, r.Hot, secrets[0], 0) is Opening.Opened);
        var opening = Stopwatch.GetElapsedTime(opened).TotalSeconds;
        var resealed = Stopwatch.GetTimestamp();
        var passed = rows.Count(r => IntakeResealer.Reseal(r.Cold, secrets[0], 0, 1, joined.Public) is not null);
        var resealing = Stopwatch.GetElapsedTime(resealed).TotalSeconds;
        secrets.ForEach(s => s.Dispose());
        return readable == rows.Count && passed == rows.Count
            ? new()
            {
                Members = members,
                PressMicroseconds = Math.Round(Median(presses) * 1000, 1),
                BeginMilliseconds = Math.Round(Median(begins), 2),
                Intakes = rows.Count,
                OpenSeconds = Math.Round(opening, 2),
                ResealSeconds = Math.Round(resealing, 2),
                LoadAverage = load,
            }
            : throw new InvalidDataException($"Of {rows.Count} intakes {readable} opened and {passed} were sealed again.");
    }

    private static (ColdRow Cold, HotRow Hot) Walk(IntakeSealer sealer, Recipients recipients, List<double> begins, List<double> presses)
    {
        var heading = new Heading { QuestionnaireHash = new byte[Heading.HashSize], RosterSerial = 1, Language = 0, Day = Today.Number, Burst = 0 };
        var key = StepKey.Draw();
        var began = Stopwatch.GetTimestamp();
        var (cold, hot) = sealer.Begin(Locator.Draw(Today), key, recipients, default, heading, Today);
        begins.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        for (byte slot = 1; slot <= Answers; slot++)
        {
            var pressed = Stopwatch.GetTimestamp();
            using var blob = sealer.Open(hot, key, 0, out _)!;
            var next = key.Next();
            hot = sealer.Commit(hot, blob, blob.Walk with { Commits = (ushort)(slot + 1) }, [new(Slot.Question(slot), new Answer.One(1).Encode())], next);
            presses.Add(Stopwatch.GetElapsedTime(pressed).TotalMilliseconds);
            key = next;
        }

        return (cold, hot);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
