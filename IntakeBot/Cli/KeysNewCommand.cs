using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysNewCommand
{
    public static Command Create(ArgonProfile profile)
    {
        var file = new Argument<string>("FILE") { Description = "A file that is not there yet." };
        var organisation = new Option<bool>("--organisation") { Description = "A key that signs rosters and opens nothing." };
        var epochs = new EpochChoices();
        var passphrase = Choices.PassphraseFile();
        var command = new Command("new", "Make an identity under a passphrase.") { file, organisation, passphrase };
        epochs.AddTo(command);
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(file)!;
            if (Path.Exists(name))
            {
                return terminal.Refuse($"{name}: exists already and is not overwritten");
            }

            if (epochs.Read(parse, problems) is not var (calendar, count)
                || Passphrase.ReadNew(terminal, parse.GetValue(passphrase), name, problems) is not { } secret)
            {
                return terminal.Refuse(problems);
            }

            using var identity = Identity.Draw(calendar.EpochOf(Day.Today(TimeProvider.System)), parse.GetValue(organisation) ? 0 : count);
            IdentityFile.Create(name, identity, secret, profile);
            terminal.Data(identity.Signing.Public.ToString());
            terminal.Say($"Fingerprint, to compare by voice: {Fingerprint.Of(identity.Signing.Public)}");
            terminal.Say($"Back up {name}: without file or passphrase nothing that was sealed to it opens again.");
            return ExitCode.Done;
        });
        return command;
    }
}
