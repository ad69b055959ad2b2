using System.Security.Cryptography;

namespace IntakeBot.Messenger;

/// <summary>How long to wait after a failure: 1, 2, 4 … 60 seconds, each with up to half as much again by chance, so that servers do not come in step.</summary>
internal sealed class Backoff
{
    private const int MaxSeconds = 60;

    private int _failures;

    public TimeSpan Failed()
    {
        var seconds = Math.Min(MaxSeconds, 1 << Math.Min(_failures++, 6));
        return WithJitter(TimeSpan.FromSeconds(seconds));
    }

    public void Succeeded() => _failures = 0;

    public static TimeSpan WithJitter(TimeSpan wait) =>
        wait + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)(wait.TotalMilliseconds / 2) + 1));
}
