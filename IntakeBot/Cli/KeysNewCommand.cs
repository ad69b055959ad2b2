using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysNewCommand
{
    public static Command Create(ArgonProfile profile, TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "A file that is not there yet." };
        var organisation = new Option<bool>("--organisation") { Description = "A key that signs rosters and opens nothing." };
        var epochs = new EpochChoices(KeysRenewCommand.DefaultEpochs);
        var passphrase = Choices.PassphraseFile();
        var command = new Command("new", "Make an identity under a passphrase.") { file, organisation, passphrase };
        epochs.AddTo(command);
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(file)!;
            NewFile.Check(name, problems);
            if (problems.Count > 0
                || epochs.Read(parse, Day.Today(time), problems) is not { } span
                || Passphrase.ReadNew(terminal, parse.GetValue(passphrase), name, problems) is not { } secret)
            {
                return terminal.Refuse(problems);
            }

            using var identity = Identity.Draw(span.First, parse.GetValue(organisation) ? 0 : span.Count);
            IdentityFile.Create(name, identity, secret, profile);
            terminal.Data(identity.Signing.Public.ToString());
            terminal.Say($"Fingerprint, to compare by voice: {Fingerprint.Of(identity.Signing.Public)}");
            terminal.Say($"Back up {name}: without file or passphrase nothing that was sealed to it opens again.");
            if (!parse.GetValue(organisation))
            {
                terminal.Say($"Its keys reach until {span.LastDay}: renew by then with 'intakebot keys renew', back up anew and destroy the old backup.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
