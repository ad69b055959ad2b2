using System.CommandLine;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RepliesWriteCommand
{
    public static Command Create(TimeProvider time)
    {
        var place = new Argument<string>("PLACE") { Description = "The intake: 32 hexadecimal digits of 'replies list'." };
        var text = new Option<string?>("--text") { Description = "File with the text; else it is read from standard input.", HelpName = "FILE" };
        var language = new Option<string?>("--language") { Description = "Of the text; else the one she chose.", HelpName = "TAG" };
        var draft = new Option<string?>("--draft") { Description = "File that is not there yet, for the member who reads it before it goes.", HelpName = "FILE" };
        var despite = new Option<bool>("--despite-warning") { Description = "Write although a captor might learn something from it, she asked to be left alone, or no safe time is known." };
        var yes = Choices.Yes();
        var reader = new ReaderChoices(time);
        var command = new Command("write", "Write a reply of at most 300 characters, sealed to her mailbox.") { place, text, language, draft, despite, yes };
        reader.AddTo(command);
        reader.AddBundleTo(command);
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(parse, terminal => RunAsync(
            parse,
            terminal,
            reader,
            new(parse.GetValue(place)!, parse.GetValue(text), parse.GetValue(language), parse.GetValue(draft), parse.GetValue(despite), parse.GetValue(yes)),
            Day.Today(time),
            cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse, Terminal terminal, ReaderChoices choices, ReplyWish wish, Day today, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var place = wish.Check(problems);
        await using var reader = problems.Count == 0 ? await choices.OpenAsync(parse, terminal, problems, cancellationToken) : null;
        if (reader is null || !wish.FitsIn(reader, choices.IsBundle(parse), problems))
        {
            return terminal.Refuse(problems);
        }

        if (await ReplyTarget.FindAsync(reader, place, terminal, cancellationToken) is not { } target)
        {
            return ExitCode.Failed;
        }

        if (wish.Read(terminal, reader, ReplyNet.Of(choices.ConfigOf(parse), reader.Questionnaire), target, problems) is not { } reply)
        {
            return terminal.Refuse(problems);
        }

        ReplyText.Show(terminal, reply);
        if (!terminal.Confirm(reader.Roster.Approvals == 1 ? "Send exactly this?" : "Is this the text for your colleague to read and send?", wish.Yes))
        {
            return ExitCode.Refused;
        }

        if (reader.Replies.Write(reply, target.Mailbox, target.Reading, today) is not { } draft)
        {
            terminal.Say($"{place}: the mailbox's key is not the one that she named. Somebody changed it: write nothing, and tell the operator.");
            return ExitCode.Failed;
        }

        return reader.Roster.Approvals == 1
            ? await ReplyPosting.RunAsync(terminal, reader.Replies, draft.ToSigned(), wish.Draft, today, cancellationToken)
            : await SaveAsync(terminal, reader, place, draft, wish.Draft!, cancellationToken);
    }

    private static async Task<int> SaveAsync(Terminal terminal, IntakeReader reader, Place place, ReplyDraft draft, string file, CancellationToken cancellationToken)
    {
        if (await reader.Replies.SealAsync(draft, place, cancellationToken) is not { } bytes)
        {
            terminal.Say($"{place}: is gone meanwhile; nothing was written.");
            return ExitCode.Failed;
        }

        WholeFile.Create(file, bytes, secret: true);
        terminal.Data($"reply {LaterWords.NameOf(draft.Reply)} waits in {file}");
        terminal.Say(
            $"Nothing was sent yet. A colleague of your desk runs 'intakebot replies approve {Path.GetFileName(file)}' within {Format.ReplyDaysWaiting} days. "
            + "Only who can open the intake can read the file.");
        return ExitCode.Done;
    }
}
