using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysPublicCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The identity." };
        var output = new Option<string?>("--out") { Description = "A file that is not there yet; else standard output.", HelpName = "FILE" };
        var passphrase = Choices.PassphraseFile();
        var command = new Command("public", "Write what others may know: the public keys of each epoch, signed.") { file, output, passphrase };
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(file)!;
            var target = parse.GetValue(output);
            if (target is not null && Path.Exists(target))
            {
                return terminal.Refuse($"{target}: exists already and is not overwritten");
            }

            if (Passphrase.Read(terminal, parse.GetValue(passphrase), name, problems) is not { } secret)
            {
                return terminal.Refuse(problems);
            }

            using var identity = IdentityFile.Read(name, secret, problems);
            if (identity is null)
            {
                return terminal.Refuse(problems);
            }

            if (target is null)
            {
                terminal.Data(MemberFile.Encode(identity));
            }
            else
            {
                WholeFile.Create(target, MemberFile.Encode(identity), secret: false);
            }

            terminal.Say($"Fingerprint, to compare by voice: {Fingerprint.Of(identity.Signing.Public)}");
            return ExitCode.Done;
        });
        return command;
    }
}
