using System.Globalization;
using Spectre.Console;

namespace IntakeBot.Bench;

/// <summary>A report for a person to read.</summary>
internal static class BenchTable
{
    public static Table Of(BenchReport report) => report switch
    {
        { Store: { } lines } => Of(lines),
        { Sealing: { } line } => Of(line),
        { Codes: { } line } => Of(line),
        _ => Of(report.Hotline!),
    };

    private static Table Of(IReadOnlyList<BenchLine> lines) => Fill(
        lines,
        ("people", l => Text(l.People)),
        ("think ms", l => Text(l.ThinkMilliseconds)),
        ("answers/s", l => Text(l.AnswersPerSecond)),
        ("press → screen ms p50 / p95 / p99", l => Text(l.Milliseconds)),
        ("CPU s per 1000 intakes of 11 answers", l => Text(l.CpuSecondsPer1000Intakes)),
        ("… and their gates", l => Text(l.CpuSecondsPer1000Gates)),
        ("… the phone's own", l => Text(l.PhoneCpuSecondsPer1000Intakes)),
        ("fsyncs per answer", l => Text(l.FsyncsPerAnswer)),
        ("answers per commit", l => Text(l.AnswersPerCommit)),
        ("resident / peak MiB", l => $"{Text(l.ResidentMiB)} / {Text(l.PeakMiB)}"),
        ("start → first poll ms", l => Text(l.StartMilliseconds)),
        ("intakes opened and compared", l => Text(l.IntakesCompared)),
        ("lost", l => Text(l.Lost)),
        ("load average", l => Text(l.LoadAverage)));

    private static Table Of(IReadOnlyList<StoreLine> lines) => Fill(
        lines,
        ("store alone: waiting", l => Text(l.Waiting)),
        ("commits/s", l => Text(l.CommitsPerSecond)),
        ("ms p50 / p95 / p99", l => Text(l.Milliseconds)),
        ("CPU s per 11,000 commits", l => Text(l.CpuSecondsPer11000Commits)),
        ("fsyncs per commit", l => Text(l.FsyncsPerCommit)),
        ("changes per transaction", l => Text(l.ChangesPerTransaction)),
        ("load average", l => Text(l.LoadAverage)));

    private static Table Of(SealLine line) => Fill(
        [line],
        ("sealing alone, one core: members", l => Text(l.Members)),
        ("a press: slot, state and row, µs (median)", l => Text(l.PressMicroseconds)),
        ("an intake begun, ms (median)", l => Text(l.BeginMilliseconds)),
        ("intakes", l => Text(l.Intakes)),
        ("… opened, s", l => Text(l.OpenSeconds)),
        ("… sealed to one more member, s", l => Text(l.ResealSeconds)),
        ("load average", l => Text(l.LoadAverage)));

    private static Table Of(CodeLine line) => Fill(
        [line],
        ("receipt codes, one core", l => Text(l.Codes)),
        ("codes/s", l => Text(l.CodesPerSecond)),
        ("one prepared, ms (median)", l => Text(l.PrepareMilliseconds)),
        ("… without Argon2id", l => Text(l.PartsMilliseconds)),
        ("one typed and opened, ms (median)", l => Text(l.OpenMilliseconds)),
        ("load average", l => Text(l.LoadAverage)));

    private static Table Fill<T>(IReadOnlyList<T> lines, params ReadOnlySpan<(string Name, Func<T, string> Value)> rows)
    {
        var table = new Table();
        _ = table.AddColumn(rows[0].Name);
        foreach (var line in lines)
        {
            _ = table.AddColumn(new TableColumn(rows[0].Value(line)).RightAligned());
        }

        foreach (var (name, value) in rows[1..])
        {
            _ = table.AddRow([name, .. lines.Select(value)]);
        }

        return table;
    }

    private static string Text(double number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);

    private static string Text(Latencies times) => $"{Text(times.P50)} / {Text(times.P95)} / {Text(times.P99)}";
}
