using System.CommandLine;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RepliesApproveCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "A draft that a colleague wrote." };
        var ready = new Option<string?>("--out") { Description = "File that is not there yet, for 'replies send', instead of sending it.", HelpName = "FILE" };
        var yes = Choices.Yes();
        var reader = new ReaderChoices(time);
        var command = new Command("approve", "Read a colleague's reply as she will read it, sign it and send it.") { file, ready, yes };
        reader.AddTo(command);
        reader.AddBundleTo(command);
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(parse, terminal => RunAsync(
            parse, terminal, reader, parse.GetValue(file)!, parse.GetValue(ready), parse.GetValue(yes), Day.Today(time), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse, Terminal terminal, ReaderChoices choices, string file, string? ready, bool yes, Day today, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var bytes = SecretFile.Read(file, ReplyDraft.Size, problems, warnings: []);
        var place = bytes is null ? null : ReplyDraft.IntakeOf(bytes);
        if (bytes is not null && place is null)
        {
            problems.Add($"{file}: is not a whole draft of a reply; have it sent to you again");
        }

        if (ready is not null)
        {
            NewFile.Check(ready, problems);
        }
        else if (choices.IsBundle(parse))
        {
            problems.Add("A bundle is only read: give --out FILE, and take the file to a machine that reaches the server.");
        }

        await using var reader = problems.Count == 0 ? await choices.OpenAsync(parse, terminal, problems, cancellationToken) : null;
        if (reader is null)
        {
            return terminal.Refuse(problems);
        }

        if (await ReplyTarget.FindAsync(reader, place!.Value, terminal, cancellationToken) is not { } target)
        {
            return ExitCode.Failed;
        }

        if (await CheckAsync(terminal, reader, target, bytes!, place.Value, file, today, cancellationToken) is not { } draft)
        {
            return ExitCode.Failed;
        }

        var lint = ReplyNet.Of(choices.ConfigOf(parse), reader.Questionnaire);
        foreach (var warning in ReplyWarnings.Of(draft.TextFor(target.Mailbox.Key)!.Text, lint, target))
        {
            terminal.Say($"warning {warning}");
        }

        return terminal.Confirm("Sign this and send it to her?", yes)
            ? await ReplyPosting.RunAsync(terminal, reader.Replies, reader.Replies.Approve(draft), ready, today, cancellationToken)
            : ExitCode.Refused;
    }

    /// <summary>The draft, and its text shown; null, and the reason said, where it is not to be signed.</summary>
    private static async Task<ReplyDraft?> CheckAsync(
        Terminal terminal, IntakeReader reader, ReplyTarget target, byte[] bytes, Place place, string file, Day today, CancellationToken cancellationToken)
    {
        var draft = await reader.Replies.OpenAsync(bytes, place, cancellationToken);
        var text = draft?.TextFor(target.Mailbox.Key);
        var problem = draft switch
        {
            null => "does not open: it is damaged, or of another intake; have it written anew",
            _ when draft.Mailbox != target.Mailbox.Place => "is for another mailbox than she has now; she may have a new number since. Have it written anew",
            _ when text is null => "holds no text that she could read. Whoever made it wanted you to sign what you cannot read: do not, and tell your desk",
            _ when reader.Replies.IsAuthorOf(draft) => "was written by you: another member of your desk reads it and sends it",
            _ => reader.Replies.ProblemOf(reader.Replies.Approve(draft), today),
        };
        if (problem is not null)
        {
            terminal.Say($"{file}: {problem}");
            return null;
        }

        terminal.Data($"To intake {place}, by {reader.Replies.AuthorOf(draft!)} on {draft!.Written}, reply {LaterWords.NameOf(draft.Reply)}.");
        ReplyText.Show(terminal, text!);
        return draft;
    }
}
