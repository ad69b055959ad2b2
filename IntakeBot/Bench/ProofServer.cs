using System.Diagnostics;
using System.Security.Cryptography;
using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;

namespace IntakeBot.Bench;

/// <summary>
/// The whole server under people who answer without pause, killed at random moments (of its start as well) and started again.
/// At the end everybody finishes, staff open every intake, and each must hold what one person pressed.
/// </summary>
internal sealed class ProofServer(DemoHotline hotline, int people)
{
    private const int EarlyOneIn = 5;
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan ToBeKilled = TimeSpan.FromSeconds(10);

    private readonly List<ProofPerson> _everybody = [];
    private readonly Lock _lock = new();
    private volatile bool _closing;

    /// <summary>Answers and skips so far after which a screen had moved on.</summary>
    public int Answers
    {
        get
        {
            lock (_lock)
            {
                return _everybody.Sum(p => p.Acknowledged);
            }
        }
    }

    /// <summary>What those who did not get to the end see.</summary>
    public IReadOnlyList<string> Stuck => [.. _everybody.Where(p => !p.IsDone).Select(p => p.Sees)];

    /// <summary>At random moments.</summary>
    public static Task<ProofServerReport> RunAsync(int kills, int people, CancellationToken stop) =>
        RunAsync(kills, people, proof => proof.KillOneAsync, stop);

    /// <summary>Inside each of these calls of the system in turn, at its start and under load. <paramref name="missed"/> is told of those that it never came to.</summary>
    public static Task<ProofServerReport> RunInsideAsync(IReadOnlyList<(string Call, int Time)> calls, int people, Action<string, int> missed, CancellationToken stop)
    {
        var left = new Queue<(string Call, int Time)>(calls);
        return RunAsync(
            calls.Count, people, proof => async kill =>
            {
                var (call, time) = left.Dequeue();
                if (!await proof.KillInsideAsync(call, time, kill))
                {
                    missed(call, time);
                }
            },
            stop);
    }

    /// <summary>From its next start on it paces nothing and turns nobody away.</summary>
    public static void Unlimit(DemoHotline hotline)
    {
        hotline.Server.Environment["INTAKEBOT__Telegram__DrawsPerSecond"] = "0";
        hotline.Server.Environment["INTAKEBOT__Floods__PressesPerSecond"] = "0";
        hotline.Server.Environment["INTAKEBOT__Floods__AllPressesPerSecond"] = "0";
        hotline.Server.Environment["INTAKEBOT__Floods__AllStartsPerSecond"] = "0";
        hotline.Server.Environment["INTAKEBOT__Floods__AllConsentsPerSecond"] = "0";
    }

    private static async Task<ProofServerReport> RunAsync(int kills, int people, Func<ProofServer, Func<CancellationToken, Task>> disaster, CancellationToken stop)
    {
        await using var hotline = await DemoHotline.StartAsync(0, stop);
        Unlimit(hotline);
        var proof = new ProofServer(hotline, people);
        return await proof.RunAsync(kills, disaster(proof), stop);
    }

    /// <summary><paramref name="disaster"/> comes <paramref name="times"/> times while people answer, and leaves a server that serves. Told to stop, it lets everybody finish.</summary>
    public async Task<ProofServerReport> RunAsync(int times, Func<CancellationToken, Task> disaster, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        await using var reader = await hotline.ReaderAsync(CancellationToken.None);
        using var end = new CancellationTokenSource();
        var crowd = Enumerable.Range(0, people).Select(_ => KeepAnsweringAsync(reader, end.Token)).ToList();
        var done = 0;
        for (; done < times && !stop.IsCancellationRequested; done++)
        {
            await disaster(CancellationToken.None);
        }

        _closing = true;
        end.CancelAfter(ToFinish);
        await Task.WhenAll(crowd).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var opened = new List<string>();
        foreach (var place in await reader.PlacesAsync(CancellationToken.None))
        {
            opened.Add(await reader.OpenAsync(place, CancellationToken.None) is { Reading: { } reading } ? Read(reading) : "unreadable");
        }

        var (lost, wrong, empty) = Match([.. _everybody.Select(p => p.IsDone ? p.Pressed : "unfinished")], opened);
        return new(
            done, _everybody.Count, Answers, opened.Count, lost, _everybody.Count(p => p.IsStranded), wrong, empty,
            _everybody.Sum(p => p.Repeats), [.. _everybody.SelectMany(p => p.Astray)], _everybody.Sum(p => p.Backwards), Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>People without an intake that holds what they pressed, intakes that are nobody's, and empty ones that are nobody's.</summary>
    public static (int Lost, int Wrong, int Empty) Match(IReadOnlyList<string> pressed, IReadOnlyList<string> opened)
    {
        var left = opened.ToList();
        var lost = pressed.Count(p => !left.Remove(p));
        return (lost, left.Count(o => o.Length > 0), left.Count(o => o.Length == 0));
    }

    private async Task KeepAnsweringAsync(IntakeReader reader, CancellationToken stop)
    {
        while (!_closing)
        {
            var person = new ProofPerson(hotline.Phone.World.Join("P"), reader.Questionnaire, reader.Questionnaire.Languages[0]);
            lock (_lock)
            {
                _everybody.Add(person);
            }

            await person.WalkAsync(stop);
        }
    }

    /// <summary>Ends with a server that serves.</summary>
    private async Task KillOneAsync(CancellationToken stop)
    {
        if (RandomNumberGenerator.GetInt32(EarlyOneIn) == 0)
        {
            await hotline.Server.KillAsync();
            using var early = new CancellationTokenSource(RandomNumberGenerator.GetInt32(1000));
            await hotline.Server.StartAsync(early.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(20, 900), stop);
        }

        await hotline.Server.RestartAsync(stop);
    }

    /// <summary>False where it never came to that call. Ends with a server that serves.</summary>
    private async Task<bool> KillInsideAsync(string call, int time, CancellationToken stop)
    {
        await hotline.Server.KillAsync();
        hotline.Server.Prefix = StraceKill.At(call, time);
        var killed = true;
        try
        {
            await hotline.Server.StartAsync(stop);
            _ = await hotline.Server.EndAsync(stop).WaitAsync(ToBeKilled, stop);
        }
        catch (InvalidOperationException)
        {
            // Killed in its start.
        }
        catch (TimeoutException)
        {
            killed = false;
        }

        await hotline.Server.KillAsync();
        hotline.Server.Prefix = [];
        await hotline.Server.StartAsync(stop);
        return killed;
    }

    private static string Read(IntakeReading reading) => ProofPerson.Canonical(reading.Answers
        .Where(a => a.Kind is not (AnswerKind.Empty or AnswerKind.Skipped))
        .Select(a => KeyValuePair.Create(a.Question ?? "?", a.Kind is AnswerKind.One or AnswerKind.Set ? string.Join('+', a.Options) : a.Kind.ToString())));
}
