using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class BackupKeyCommand
{
    public const string PublicEnd = ".pub";

    public static Command Create(ArgonProfile profile)
    {
        var file = new Argument<string>("FILE") { Description = "A file that is not there yet; the public half goes to FILE.pub." };
        var passphrase = Choices.PassphraseFile();
        var command = new Command("key", "Make the key that opens backups, on a machine that is not the server.") { file, passphrase };
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(file)!;
            NewFile.Check(name, problems);
            NewFile.Check(name + PublicEnd, problems);
            if (problems.Count > 0 || Passphrase.ReadNew(terminal, parse.GetValue(passphrase), name, problems) is not { } secret)
            {
                return terminal.Refuse(problems);
            }

            using var identity = BackupKey.Draw();
            IdentityFile.Create(name, identity, secret, profile);
            WholeFile.Create(name + PublicEnd, MemberFile.Encode(identity), secret: false);
            terminal.Data(name + PublicEnd);
            terminal.Say($"Take {name}{PublicEnd} to the server. Keep {name} and its passphrase away from it, twice: without them no backup opens.");
            return ExitCode.Done;
        });
        return command;
    }
}
