namespace IntakeBot.Desk;

/// <summary>One member of the roster, in words.</summary>
public sealed record MemberLine
{
    public required string Pseudonym { get; init; }

    public required string Desk { get; init; }

    public required string Role { get; init; }

    public required string Since { get; init; }

    /// <summary>Until when stated keys reach.</summary>
    public required string Keys { get; init; }

    /// <summary>True where the keys end too soon.</summary>
    public required bool IsEnding { get; init; }

    public required string Fingerprint { get; init; }

    public required bool IsYou { get; init; }

    /// <summary>True where the cases of before can be given.</summary>
    public required bool CanBeGiven { get; init; }
}
