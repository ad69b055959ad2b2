using System.Diagnostics.Metrics;
using IntakeBot.Core.Storage;

namespace IntakeBot.Bench;

/// <summary>Listens to <see cref="StoreMeter"/> in this process.</summary>
internal sealed class StoreCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _flushes;
    private long _commits;
    private long _changes;

    public StoreCounts()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == StoreMeter.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
            _ = Interlocked.Add(ref instrument == StoreMeter.Flushes ? ref _flushes : ref instrument == StoreMeter.Commits ? ref _commits : ref _changes, count));
        _listener.Start();
    }

    public StoreTally Now => new(Interlocked.Read(ref _flushes), Interlocked.Read(ref _commits), Interlocked.Read(ref _changes));

    public void Dispose() => _listener.Dispose();
}
