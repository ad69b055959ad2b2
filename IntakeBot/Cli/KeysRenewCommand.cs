using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysRenewCommand
{
    /// <summary>Today's and five ahead.</summary>
    public const int DefaultEpochs = 6;

    public static Command Create(ArgonProfile profile, TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "The identity; it is written anew." };
        var output = new Option<string?>("--out") { Description = "Write the new public file too: one that is not there yet.", HelpName = "FILE" };
        var epochs = new EpochChoices(DefaultEpochs);
        var passphrase = Choices.PassphraseFile();
        var yes = Choices.Yes();
        var command = new Command("renew", "Draw keys for the epochs to come and destroy those of epochs that are over.") { file, output, passphrase, yes };
        epochs.AddTo(command);
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(file)!;
            var today = Day.Today(time);
            if (parse.GetValue(output) is { } target)
            {
                NewFile.Check(target, problems);
            }

            if (problems.Count > 0
                || epochs.Read(parse, today, problems) is not { } span
                || Passphrase.Read(terminal, parse.GetValue(passphrase), name, problems) is not { } secret)
            {
                return terminal.Refuse(problems);
            }

            using var identity = IdentityFile.Read(name, secret, problems);
            if (identity is null)
            {
                return terminal.Refuse(problems);
            }

            return Renew(new Renewal(terminal, name, identity, span, today), secret, profile, parse.GetValue(output), parse.GetValue(yes));
        });
        return command;
    }

    private static int Renew(Renewal renewal, string passphrase, ArgonProfile profile, string? output, bool yes)
    {
        if (renewal.Problem is { } problem)
        {
            return renewal.Terminal.Refuse(problem);
        }

        if (renewal.Question is { } question && !renewal.Terminal.Confirm(question, yes))
        {
            return ExitCode.Refused;
        }

        renewal.TellWhatEnds();
        renewal.Identity.Renew(renewal.Span.First, renewal.Span.Last);
        IdentityFile.Replace(renewal.File, renewal.Identity, passphrase, profile);
        if (output is not null)
        {
            WholeFile.Create(output, MemberFile.Encode(renewal.Identity), secret: false);
        }

        renewal.TellWhatIsNext(output);
        return ExitCode.Done;
    }
}
