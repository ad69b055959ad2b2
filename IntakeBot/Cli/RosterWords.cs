using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>A roster in one line, to compare by voice.</summary>
internal static class RosterWords
{
    public static string Of(Roster roster) =>
        $"Roster {roster.Serial} until {roster.NotAfter}, organisation {Fingerprint.Of(roster.Organisation)}, exchange {Fingerprint.Of(roster.ExchangeKey)}";
}
