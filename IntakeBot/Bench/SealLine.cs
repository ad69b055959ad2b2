namespace IntakeBot.Bench;

/// <summary>What sealing and opening cost on one core, without HTTP and disk.</summary>
internal sealed record SealLine
{
    /// <summary>Recipients of each intake.</summary>
    public required int Members { get; init; }

    /// <summary>One press whole: its slot, the conversation's state and the row around them; microseconds, the median.</summary>
    public required double PressMicroseconds { get; init; }

    /// <summary>One intake begun: a stanza at every place of the roster and all slots; milliseconds, the median.</summary>
    public required double BeginMilliseconds { get; init; }

    public required int Intakes { get; init; }

    /// <summary>Seconds to open them all.</summary>
    public required double OpenSeconds { get; init; }

    /// <summary>Seconds to seal them all to one more member.</summary>
    public required double ResealSeconds { get; init; }

    public required double LoadAverage { get; init; }
}
