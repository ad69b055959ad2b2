namespace IntakeBot.Core.Sealing;

/// <summary>One thing that the server writes; <paramref name="What"/> in plain words.</summary>
public sealed record StoredThing(StoredIn In, string Name, Kept Kept, string What)
{
    /// <summary>There for the moment of a write only, unless that was cut off.</summary>
    public bool IsPassing { get; init; }
}
