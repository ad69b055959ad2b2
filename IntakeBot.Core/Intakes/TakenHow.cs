namespace IntakeBot.Core.Intakes;

/// <summary>In which form a case left a desk. The numbers are written.</summary>
public enum TakenHow
{
    /// <summary>Shown for a printer.</summary>
    Printed = 0,

    /// <summary>As a line of a table, in a file.</summary>
    Table = 1,
}
