namespace IntakeBot.Desk;

/// <summary>The partners that this desk knows.</summary>
public sealed record PartnersModel
{
    /// <summary>Where it is not usable, it states no key for now.</summary>
    public required IReadOnlyList<(string Name, string Fingerprint, bool IsUsable)> Partners { get; init; }

    public required string OwnFingerprint { get; init; }

    public string? Problem { get; init; }
}
