namespace IntakeBot.Desk;

/// <summary>What the settings' form shows. Shifts as text, one a line: "Mon 09:00-18:00 name name".</summary>
public sealed record SettingsModel
{
    public required IReadOnlyList<(string Tag, string Name, bool IsOn)> Languages { get; init; }

    public required IReadOnlyList<(string Value, string Name, bool IsOn)> Themes { get; init; }

    public required IReadOnlyList<(string Id, bool IsOn)> Zones { get; init; }

    public required bool Sound { get; init; }

    public required string Proxy { get; init; }

    public required string Shifts { get; init; }

    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool IsSaved { get; init; }

    /// <summary>Address of the server, this member's fingerprint and the organisation's, the roster's serial: to compare by voice.</summary>
    public required IReadOnlyList<(string What, string Value)> Facts { get; init; }
}
