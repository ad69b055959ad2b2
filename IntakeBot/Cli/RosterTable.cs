using System.Globalization;
using IntakeBot.Core.Sealing;
using Spectre.Console;

namespace IntakeBot.Cli;

/// <summary>A roster for people to compare by voice.</summary>
internal static class RosterTable
{
    public static Table Of(Roster roster)
    {
        var table = new Table().Title(
            $"Roster {roster.Serial} until {roster.NotAfter}\norganisation {Fingerprint.Of(roster.Organisation)}\nexchange {Fingerprint.Of(roster.ExchangeKey)}\n{RosterWords.Of(roster.Days)}");
        foreach (var column in new[] { "place", "pseudonym", "role", "desk", "since", "fingerprint" })
        {
            table.AddColumn(column);
        }

        foreach (var member in roster.Members)
        {
            var role = member.Recovery ? $"{member.Role} (recovery)" : member.Role.ToString();
            table.AddRow(
                new Text(member.Place.ToString(CultureInfo.InvariantCulture)), new Text(member.Pseudonym), new Text(role), new Text(member.Desk),
                new Text(member.Since.ToString()), new Text(Fingerprint.Of(member.SigningKey)));
        }

        return table;
    }
}
