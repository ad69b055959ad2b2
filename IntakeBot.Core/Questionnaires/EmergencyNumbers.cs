namespace IntakeBot.Core.Questionnaires;

/// <summary>Numbers to call, by country, as the operator has checked them.</summary>
public sealed record EmergencyNumbers
{
    public static readonly EmergencyNumbers None = new() { Countries = [], CheckedBy = [] };

    /// <summary>In the order in which they are offered; 20 at most.</summary>
    public required IReadOnlyList<Country> Countries { get; init; }

    /// <summary>Who has called or looked up each of them; empty: nobody.</summary>
    public required IReadOnlyList<string> CheckedBy { get; init; }
}
