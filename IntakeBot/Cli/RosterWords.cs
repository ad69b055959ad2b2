using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>A roster in one line, to compare by voice, and what it lets be kept longer.</summary>
internal static class RosterWords
{
    public static string Of(Roster roster) =>
        $"Roster {roster.Serial} until {roster.NotAfter}, organisation {Fingerprint.Of(roster.Organisation)}, exchange {Fingerprint.Of(roster.ExchangeKey)}";

    /// <summary>Those that are not as shipped: "ReplyDays 60 (shipped 30)".</summary>
    public static string Of(SignedDays days) =>
        string.Join(", ", days.All().Zip(SignedDays.Shipped.All()).Where(d => d.First != d.Second).Select(d => $"{d.First.Name} {d.First.Days} (shipped {d.Second.Days})")) is { Length: > 0 } longer
            ? $"may be kept longer than shipped: {longer}" : "nothing may be kept longer than shipped";
}
