using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysRenewCommand
{
    /// <summary>The longest that an intake may be kept.</summary>
    private const int DaysKeptAtMost = 180;

    public static Command Create(ArgonProfile profile)
    {
        var file = new Argument<string>("FILE") { Description = "The identity; it is written anew." };
        var epochs = new EpochChoices();
        var passphrase = Choices.PassphraseFile();
        var yes = Choices.Yes();
        var command = new Command("renew", "Draw keys for the epochs to come and forget those that open nothing any more.") { file, passphrase, yes };
        epochs.AddTo(command);
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(file)!;
            if (epochs.Read(parse, problems) is not var (calendar, count)
                || Passphrase.Read(terminal, parse.GetValue(passphrase), name, problems) is not { } secret)
            {
                return terminal.Refuse(problems);
            }

            using var identity = IdentityFile.Read(name, secret, problems);
            if (identity is null)
            {
                return terminal.Refuse(problems);
            }

            var today = Day.Today(TimeProvider.System);
            var current = calendar.EpochOf(today);
            var keepFrom = calendar.EpochOf(today.Plus(-DaysKeptAtMost));
            var old = identity.Epochs.Count(e => e < keepFrom);
            if (old > 0 && !terminal.Confirm($"Forget the keys of {old} epochs that are older than {DaysKeptAtMost} days?", parse.GetValue(yes)))
            {
                return ExitCode.Refused;
            }

            identity.Renew(keepFrom, current, current + (uint)count - 1);
            IdentityFile.Replace(name, identity, secret, profile);
            terminal.Data($"epochs {identity.Epochs.First()} to {identity.Epochs.Last()}");
            terminal.Say("Give the holder of the organisation's key a new 'intakebot keys public' file.");
            return ExitCode.Done;
        });
        return command;
    }
}
