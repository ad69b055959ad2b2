namespace IntakeBot.Desk;

/// <summary>A place in a <see cref="CountGrid"/>.</summary>
internal readonly record struct Cell(int Row, int Column);
