using System.CommandLine;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RepliesSendCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "A reply that was signed on a machine without a server, or the outbox of a desk." };
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
        if (new FileInfo(file) is { Exists: true, Length: > ReplyPut.FileSize })
        {
            return await OutboxAsync(parse, terminal, choices, file, today, cancellationToken);
        }

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

    /// <summary>All that a desk without a server did: what is there already stays, so that a file can be sent twice.</summary>
    private static async Task<int> OutboxAsync(
        ParseResult parse, Terminal terminal, ReaderChoices choices, string file, Day today, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var outbox = BundleFile.Decode(await File.ReadAllBytesAsync(file, cancellationToken));
        if (outbox is null or { Events.Count: 0, Replies.Count: 0 })
        {
            return terminal.Refuse($"{file}: is not a reply that is ready, and not the outbox of a desk");
        }

        await using var reader = await choices.OpenAsync(parse, terminal, problems, cancellationToken);
        if (reader is null)
        {
            return terminal.Refuse(problems);
        }

        var taken = 0;
        foreach (var row in outbox.Events)
        {
            taken += await reader.PutEventAsync(row, cancellationToken) is true ? 1 : 0;
        }

        terminal.Data($"{taken} of {outbox.Events.Count} lines of work are at the server");
        var code = taken == outbox.Events.Count ? ExitCode.Done : ExitCode.Failed;
        foreach (var reply in outbox.Replies)
        {
            var sent = await ReplyPosting.RunAsync(terminal, reader.Replies, reply, file: null, today, cancellationToken);
            code = sent == ExitCode.Done ? code : sent;
        }

        return code;
    }
}
