using System.CommandLine;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RepliesSendCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "A reply that was signed on a machine without a server." };
        var reader = new ReaderChoices(time);
        var command = new Command("send", "Send a reply that is ready: it is put as it is, and cannot be read here.") { file };
        reader.AddTo(command);
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(
            parse, terminal => RunAsync(parse, terminal, reader, parse.GetValue(file)!, Day.Today(time), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse, Terminal terminal, ReaderChoices choices, string file, Day today, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var reply = SecretFile.Read(file, ReplyPut.FileSize, problems, warnings: []) is { } bytes ? ReplyPut.DecodeFile(bytes) : null;
        if (reply is null && problems.Count == 0)
        {
            problems.Add($"{file}: is not a whole reply that is ready; a draft is approved first, with 'intakebot replies approve'");
        }

        await using var reader = problems.Count == 0 ? await choices.OpenAsync(parse, terminal, problems, cancellationToken) : null;
        return reader is null
            ? terminal.Refuse(problems)
            : await ReplyPosting.RunAsync(terminal, reader.Replies, reply!, file: null, today, cancellationToken);
    }
}
