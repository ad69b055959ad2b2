using System.CommandLine;

namespace IntakeBot.Cli;

internal static class IntakesCommand
{
    public static Command Create() => new("intakes", "Read what came in, or pass it on sealed, with a staff member's identity.")
    {
        IntakesListCommand.Create(),
        IntakesOpenCommand.Create(),
        IntakesResealCommand.Create(),
        IntakesExportCommand.Create(),
    };
}
