using System.CommandLine;

namespace IntakeBot.Cli;

internal static class IntakesCommand
{
    public static Command Create(TimeProvider time) => new("intakes", "Read what came in, or pass it on sealed, with a staff member's identity.")
    {
        IntakesListCommand.Create(time),
        IntakesOpenCommand.Create(time),
        IntakesResealCommand.Create(time),
        IntakesRemoveCommand.Create(time),
        IntakesExportCommand.Create(time),
    };
}
