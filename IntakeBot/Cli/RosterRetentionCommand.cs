using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterRetentionCommand
{
    public static Command Create()
    {
        var reply = Longer("--reply-days", "a reply that nobody has looked at", SignedDays.Shipped.ReplyDays, SignedDays.Most.ReplyDays);
        var read = Longer("--reply-read-days", "a reply after it was first shown", SignedDays.Shipped.ReplyReadDays, SignedDays.Most.ReplyReadDays);
        var mailbox = Longer("--mailbox-days", "a mailbox after it was last written", SignedDays.Shipped.MailboxDays, SignedDays.Most.MailboxDays);
        var tombstone = Longer("--tombstone-days", "that something was erased", SignedDays.Shipped.TombstoneDays, SignedDays.Most.TombstoneDays);
        var config = Choices.Config();
        var command = new Command("retention", "Allow the operator to keep things longer than shipped, or no longer; then sign.") { reply, read, mailbox, tombstone, config };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var problems = new List<string>();
            if (RosterDraft.Open(parse.GetValue(config)!, problems) is not { } draft)
            {
                return terminal.Refuse(problems);
            }

            if (parse.GetValue(reply) is null && parse.GetValue(read) is null && parse.GetValue(mailbox) is null && parse.GetValue(tombstone) is null)
            {
                return terminal.Refuse($"Name what may be kept longer, with {reply.Name}, {read.Name}, {mailbox.Name} or {tombstone.Name}.");
            }

            var days = new SignedDays
            {
                ReplyDays = parse.GetValue(reply) ?? draft.Days.ReplyDays,
                ReplyReadDays = parse.GetValue(read) ?? draft.Days.ReplyReadDays,
                MailboxDays = parse.GetValue(mailbox) ?? draft.Days.MailboxDays,
                TombstoneDays = parse.GetValue(tombstone) ?? draft.Days.TombstoneDays,
            };
            if (days.Problems().ToList() is { Count: > 0 } wrong)
            {
                return terminal.Refuse(wrong);
            }

            draft.Allow(days);
            draft.Save();
            terminal.Data(RosterWords.Of(days));
            terminal.Say($"The operator may set up to these days in {SettingsFile.Name} once the roster is signed; nothing is kept longer before that.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<int?> Longer(string name, string what, int shipped, int most) =>
        new(name) { Description = $"How long {what} may be kept at most: {shipped} as shipped, {most} at the very most.", HelpName = "N" };
}
