using System.CommandLine;

namespace IntakeBot.Cli;

internal static class RepliesCommand
{
    public static Command Create(TimeProvider time) => new("replies", "Answer a person who has a number, and see what she said to it.")
    {
        RepliesListCommand.Create(time),
        RepliesWriteCommand.Create(time),
        RepliesApproveCommand.Create(time),
        RepliesSendCommand.Create(time),
    };
}
