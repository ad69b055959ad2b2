using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>The last step of a reply: into its mailbox, or into a file that <c>replies send</c> puts there.</summary>
internal static class ReplyPosting
{
    /// <summary><paramref name="file"/> null: at once.</summary>
    public static async Task<int> RunAsync(
        Terminal terminal, ReplyDesk desk, SignedReply reply, string? file, Day today, CancellationToken cancellationToken)
    {
        var name = LaterWords.NameOf(reply.Reply);
        if (desk.ProblemOf(reply, today) is { } problem)
        {
            terminal.Say($"reply {name}: {problem}");
            return ExitCode.Failed;
        }

        if (file is not null)
        {
            WholeFile.Create(file, ReplyPut.EncodeFile(reply), secret: true);
            terminal.Data($"reply {name} is ready in {file}");
            terminal.Say($"Nothing was sent yet: 'intakebot replies send {Path.GetFileName(file)}' does it, on a machine that reaches the server.");
            return ExitCode.Done;
        }

        if (await desk.PutAsync(reply, cancellationToken))
        {
            terminal.Data($"reply {name} is in her mailbox");
            terminal.Say("She finds it when she comes back with her number; nothing tells you whether she has read it, but she may answer: 'intakebot replies list'.");
            return ExitCode.Done;
        }

        terminal.Say($"reply {name}: the server did not take it: her mailbox is gone (she may have erased it), or the server has another roster than you.");
        return ExitCode.Failed;
    }
}
