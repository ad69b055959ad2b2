using System.CommandLine;

namespace IntakeBot.Cli;

internal static class RosterCommand
{
    public static Command Create(TimeProvider time) => new("roster", "Change, sign and check who may open what.")
    {
        RosterShowCommand.Create(time),
        RosterInviteCommand.Create(),
        RosterAddCommand.Create(time),
        RosterReplaceCommand.Create(time),
        RosterTakeCommand.Create(time),
        RosterRemoveCommand.Create(time),
        RosterQuestionnaireCommand.Create(),
        RosterRetentionCommand.Create(),
        RosterSignCommand.Create(time),
        RosterCheckCommand.Create(time),
    };
}
