namespace IntakeBot.Operator;

/// <summary>Of a host inside another one: only that one hears the signals, so that a stop in the middle of a start is its alone to answer.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
