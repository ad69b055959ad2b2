using System.Diagnostics;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Bench;

/// <summary>Prepares and opens receipt codes in this process, one after the other, at their full price.</summary>
internal sealed class CodeLoad(int codes)
{
    private readonly Mailbox _mailbox = Mailbox.Locked(new(20_000));

    public CodeLine Run(CancellationToken stop)
    {
        var load = ProcessUse.Load();
        using var server = new ServerKey(new byte[ServerKey.Size]);
        var (prepares, parts, opens) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < codes && !stop.IsCancellationRequested; i++)
        {
            using var prepared = Time(prepares, () => PreparedCode.Make(server, ArgonProfile.Default));
            Time(parts, () => PreparedCode.Make(server, ArgonProfile.Tiny)).Dispose();
            _ = Time(opens, () => OpenedMailbox.Open(_mailbox, CodeKeys.Derive(prepared.Code, server, ArgonProfile.Default)));
        }

        return new()
        {
            Codes = prepares.Count,
            CodesPerSecond = Math.Round(prepares.Count * 1000 / prepares.Sum(), 2),
            PrepareMilliseconds = Math.Round(Median(prepares), 1),
            PartsMilliseconds = Math.Round(Median(parts), 2),
            OpenMilliseconds = Math.Round(Median(opens), 1),
            LoadAverage = load,
        };
    }

    private static T Time<T>(List<double> times, Func<T> act)
    {
        var began = Stopwatch.GetTimestamp();
        var made = act();
        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return made;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
