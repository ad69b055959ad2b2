using System.CommandLine;

namespace IntakeBot.Cli;

internal static class RosterCommand
{
    public static Command Create() => new("roster", "Change, sign and check who may open what.")
    {
        RosterShowCommand.Create(),
        RosterAddCommand.Create(TimeProvider.System),
        RosterReplaceCommand.Create(TimeProvider.System),
        RosterRemoveCommand.Create(TimeProvider.System),
        RosterQuestionnaireCommand.Create(),
        RosterSignCommand.Create(),
        RosterCheckCommand.Create(),
    };
}
