using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysRecoveryUseCommand
{
    public static Command Create(ArgonProfile profile, TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "The identity to write: a file that is not there yet." };
        var words = SheetInput.Words();
        var epochs = new EpochChoices(KeysRecoveryCommand.DefaultEpochs);
        var passphrase = Choices.PassphraseFile();
        var command = new Command("use", "From the words of a sheet to an identity under a passphrase.") { file, words, passphrase };
        epochs.AddCalendarTo(command);
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(file)!;
            NewFile.Check(name, problems);
            var calendar = epochs.ReadCalendar(parse, problems);
            using var sheet = SheetInput.Read(terminal, parse.GetValue(words), problems);
            CheckEnd(sheet, calendar, Day.Today(time), problems);
            var secret = problems.Count == 0 || parse.GetValue(passphrase) is not null
                ? Passphrase.ReadNew(terminal, parse.GetValue(passphrase), name, problems)
                : null;
            if (problems.Count > 0 || sheet is null || calendar is not { } known || secret is null)
            {
                return terminal.Refuse(problems);
            }

            using var identity = sheet.Identity(known.OldestOpen(Day.Today(time)));
            IdentityFile.Create(name, identity, secret, profile);
            terminal.Data(identity.Signing.Public.ToString());
            terminal.Say($"Fingerprint, to compare with the sheet and with 'intakebot roster show': {Fingerprint.Of(identity.Signing.Public)}");
            terminal.Say($"{name} opens what was sealed from {known.FirstDayOf(identity.Epochs.First())} on: intakebot intakes open --all --identity {name}");
            terminal.Say("This sheet is spent: its words were on this machine. Make a new one with 'intakebot keys recovery new', put it into the roster in place of this member, have it signed, and burn this sheet.");
            return ExitCode.Done;
        });
        return command;
    }

    private static void CheckEnd(RecoverySheet? sheet, EpochCalendar? calendar, Day today, List<string> problems)
    {
        if (sheet is not null && calendar is { } known && sheet.LastEpoch < known.OldestOpen(today))
        {
            problems.Add($"The sheet's keys ended on {known.LastDayOf(sheet.LastEpoch)}, and today is {today}: nothing that it opens is kept any more; make a new sheet.");
        }
    }
}
