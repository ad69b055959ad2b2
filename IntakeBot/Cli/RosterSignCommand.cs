using System.CommandLine;
using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterSignCommand
{
    public static Command Create(TimeProvider time)
    {
        var key = new Option<string>("--key") { Description = "The organisation's key.", Required = true, HelpName = "FILE" };
        var until = new Option<string?>("--not-after") { Description = "Last day of the roster; else it stays.", HelpName = "yyyy-MM-dd" };
        var config = Choices.Config();
        var passphrase = Choices.PassphraseFile();
        var yes = Choices.Yes();
        var command = new Command("sign", "Show the roster and sign it with the organisation's key.") { key, until, config, passphrase, yes };
        command.SetAction(parse => Run(
            new Terminal(parse), time, parse.GetValue(config)!, parse.GetValue(key)!, parse.GetValue(until), parse.GetValue(passphrase), parse.GetValue(yes)));
        return command;
    }

    private static int Run(Terminal terminal, TimeProvider time, string config, string keyFile, string? until, string? passphraseFile, bool yes)
    {
        var problems = new List<string>();
        using var organisation = OrganisationKey.Read(terminal, keyFile, passphraseFile, problems);
        if (organisation is null || !EndOn(config, until, problems))
        {
            return terminal.Refuse(problems);
        }

        var pin = Path.Combine(config, RosterFolder.OrganisationName);
        if (File.Exists(pin) && File.ReadAllText(pin).Trim() != organisation.Public.ToString())
        {
            return terminal.Refuse($"{pin}: is another organisation's key; servers and desks would refuse what this one signs");
        }

        var reading = RosterFolder.Draft(config, organisation.Public, Day.Today(time));
        if (reading.Roster is not { } roster)
        {
            return terminal.Refuse(reading.Problems);
        }

        terminal.Data(RosterTable.Of(roster));
        foreach (var warning in roster.Warnings(Day.Today(TimeProvider.System)))
        {
            terminal.Say($"warning {warning}");
        }

        if (!terminal.Confirm("Has every fingerprint been compared by voice, and is this the roster to sign?", yes))
        {
            return ExitCode.Refused;
        }

        RosterFolder.Sign(config, organisation);
        terminal.Say($"Signed roster {roster.Serial}; it counts until {roster.NotAfter}.");
        return ExitCode.Done;
    }

    private static bool EndOn(string config, string? until, List<string> problems)
    {
        if (until is null)
        {
            return true;
        }

        if (!DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 2020 or > 2100)
        {
            problems.Add("--not-after is a day written as 2026-11-23");
            return false;
        }

        if (RosterDraft.Open(config, problems) is not { } draft)
        {
            return false;
        }

        draft.EndOn(Day.Of(new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero)));
        draft.Save();
        return true;
    }
}
