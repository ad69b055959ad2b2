using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class InitCommand
{
    private const int Places = 8;

    public static Command Create(ArgonProfile profile, TimeProvider time)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder that is new or empty." };
        var throwaway = new Option<bool>("--throwaway") { Description = "Also make an organisation and staff, all in DIR: for a try, never for real people." };
        var exchange = new Option<string?>("--exchange") { Description = "Where desks reach the Exchange: http://NAME.onion or https://HOST:PORT.", HelpName = "ADDRESS" };
        var days = new Option<string?>("--retention-days") { Description = "After how many days intakes are removed.", HelpName = "DAYS" };
        var proxy = new Option<string?>("--proxy") { Description = "Through which Telegram is reached: socks5://HOST:PORT or http://HOST:PORT.", HelpName = "PROXY" };
        var json = Choices.Json();
        var command = new Command("init", "Make a first set-up: settings, questionnaire, server keys, and a checklist for the key ceremony. It asks what it is not told, where there is a terminal.")
            { folder, throwaway, exchange, days, proxy, json };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var name = parse.GetValue(folder)!;
            var problems = new List<string>(SetUp.ProblemOf(name) is { } problem ? [problem] : []);
            var wish = InitWish.Read(parse.GetValue(exchange), parse.GetValue(days), parse.GetValue(proxy), problems);
            if (parse.GetValue(throwaway) && (parse.GetValue(exchange) ?? parse.GetValue(days) ?? parse.GetValue(proxy)) is not null)
            {
                problems.Add("--throwaway chooses for itself: leave the other flags out");
            }

            if (problems.Count > 0)
            {
                return terminal.Refuse(problems);
            }

            return parse.GetValue(throwaway)
                ? MakeThrowaway(terminal, name, profile, time, parse.GetValue(json))
                : Make(terminal, name, wish.IsEmpty && terminal.IsInteractive ? InitWish.Ask(terminal.Ask) : wish, time, parse.GetValue(json));
        });
        return command;
    }

    private static int Make(Terminal terminal, string folder, InitWish wish, TimeProvider time, bool json)
    {
        var made = SetUp.Make(folder, Places, Day.Today(time), wish: wish);
        var checklist = Ceremony.Write(folder, made);
        var told = new InitReport(made.ConfigFolder, made.DataFolder, made.KeysFolder, null, null, []);
        Tell(terminal, told, json);
        terminal.Say(
            $"""

            Next steps, with room to tick them off in {checklist}:
            1. Put the bot's token, one line, into {Path.Combine(made.KeysFolder, "telegram.token")} and chmod 600 it.
            2. Back up {Path.Combine(made.KeysFolder, "server.key")}: it can be printed. Without it open conversations and receipt codes die.
            3. Each member, on a machine of their own: intakebot keys new FILE, then intakebot keys public FILE --out NAME.json
            4. The holder of the organisation's key, on another machine: intakebot keys new --organisation FILE;
               with a copy of {made.ConfigFolder}: intakebot roster add NAME.json for each member, then intakebot roster sign --key FILE.
               Compare by voice: the Exchange's key is {Fingerprint.Of(made.ExchangeKey)}.
            5. Copy roster.json, roster.sig, organisation.pub and members/ back here; then
               intakebot check --config {made.ConfigFolder} --data {made.DataFolder}
            """);
        return ExitCode.Done;
    }

    private static int MakeThrowaway(Terminal terminal, string folder, ArgonProfile profile, TimeProvider time, bool json)
    {
        var made = Throwaway.Make(folder, profile, time, FreePort.Address().GetLeftPart(UriPartial.Authority));
        Tell(
            terminal,
            new InitReport(
                made.ConfigFolder, made.DataFolder, made.KeysFolder, made.Passphrase, made.PassphraseFile,
                [.. made.Members.Select(m => m.IdentityFile)]),
            json);
        terminal.Say(
            $"""

            For a try only: whoever has this folder can read everything.
            Put a bot's token, one line, into {Path.Combine(made.KeysFolder, "telegram.token")} and chmod 600 it; then
            intakebot serve --config {made.ConfigFolder} --data {made.DataFolder}
            """);
        return ExitCode.Done;
    }

    private static void Tell(Terminal terminal, InitReport report, bool json)
    {
        if (json)
        {
            terminal.Data(report, CliJson.Default.InitReport);
            return;
        }

        terminal.Data($"config {report.Config}");
        terminal.Data($"data {report.Data}");
        terminal.Data($"keys {report.Keys}");
        foreach (var identity in report.Identities)
        {
            terminal.Data($"identity {identity}");
        }

        if (report.Passphrase is not null)
        {
            terminal.Data($"passphrase {report.Passphrase}");
        }
    }
}
