using System.Globalization;

namespace IntakeBot.Tests.Proof;

/// <summary>Ends a long run early where <c>PROVE_MINUTES</c> says so: what it came to is published, and a count that was not reached as missed.</summary>
internal static class ProofLimit
{
    public static CancellationTokenSource Start() =>
        double.TryParse(Environment.GetEnvironmentVariable("PROVE_MINUTES"), CultureInfo.InvariantCulture, out var minutes)
            ? new(TimeSpan.FromMinutes(minutes))
            : new();
}
