namespace IntakeBot.Bench;

/// <summary>What one run of so many people came to.</summary>
internal sealed record BenchLine
{
    public required int People { get; init; }

    public required double ThinkMilliseconds { get; init; }

    public required double Seconds { get; init; }

    public required int Answers { get; init; }

    public required double AnswersPerSecond { get; init; }

    /// <summary>Press → next screen.</summary>
    public required Latencies Milliseconds { get; init; }

    /// <summary>Of the server: eleven answers a thousand times, without the gate.</summary>
    public required double CpuSecondsPer1000Intakes { get; init; }

    /// <summary>Of the server: from /start through consent a thousand times, two rows made and sealed to every place.</summary>
    public required double CpuSecondsPer1000Gates { get; init; }

    /// <summary>Of the simulated Telegram and its people, for eleven answers a thousand times: it shares the cores.</summary>
    public required double PhoneCpuSecondsPer1000Intakes { get; init; }

    public required double FsyncsPerAnswer { get; init; }

    /// <summary>Answers that one transaction made durable, on average.</summary>
    public required double AnswersPerCommit { get; init; }

    public required double ResidentMiB { get; init; }

    public required double PeakMiB { get; init; }

    /// <summary>From the start of the server's process to its first getUpdates.</summary>
    public required double StartMilliseconds { get; init; }

    public required int IntakesCompared { get; init; }

    /// <summary>Intakes whose opened answers are not what was pressed, and presses that brought no screen.</summary>
    public required int Lost { get; init; }

    /// <summary>Of the machine in the minute before.</summary>
    public required double LoadAverage { get; init; }
}
