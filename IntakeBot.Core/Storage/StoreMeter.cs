using System.Diagnostics.Metrics;

namespace IntakeBot.Core.Storage;

/// <summary>What all stores of this process have done, for who measures. In memory only, and about nobody.</summary>
public static class StoreMeter
{
    public const string Name = "IntakeBot.Storage";

    private static readonly Meter Meter = new(Name);

    /// <summary>Times that the disk was told to write for good.</summary>
    public static Counter<long> Flushes { get; } = Meter.CreateCounter<long>("flushes");

    /// <summary>Transactions: each brings everything to the disk that waited for it.</summary>
    public static Counter<long> Commits { get; } = Meter.CreateCounter<long>("commits");

    /// <summary>Changes that were in these transactions.</summary>
    public static Counter<long> Changes { get; } = Meter.CreateCounter<long>("changes");
}
