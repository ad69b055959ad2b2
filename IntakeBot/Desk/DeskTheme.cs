namespace IntakeBot.Desk;

public enum DeskTheme
{
    /// <summary>As the system has it.</summary>
    Auto,
    Light,
    Dark,
}
