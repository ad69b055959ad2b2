namespace IntakeBot.Desk;

/// <summary>What stands around every page. Nothing in it is about a case: the title of a page stays in the browser's history.</summary>
public sealed record DeskFrame
{
    public required DeskWords Words { get; init; }

    public required DeskTheme Theme { get; init; }

    /// <summary><see cref="DeskKey.Base"/>.</summary>
    public required string Base { get; init; }

    /// <summary>Pseudonym and desk; null while it is locked.</summary>
    public string? Member { get; init; }

    /// <summary>True where the member opens nothing, and looks after the others.</summary>
    public bool IsAuditor { get; init; }

    /// <summary>True where there is something to lock, also while only numbers are shown.</summary>
    public bool IsOpen { get; init; }

    /// <summary>One line on the server, where it is not as it should be.</summary>
    public string? Trouble { get; init; }

    /// <summary>What nobody may overlook; null: nothing.</summary>
    public string? Alarm { get; init; }

    /// <summary>Who is on duty, or when somebody will be; null where no rota is set.</summary>
    public string? OnDuty { get; init; }

    /// <summary>Everything here is a drill: no real person is behind it.</summary>
    public bool IsDrill { get; init; }

    /// <summary>True where rows come from a bundle.</summary>
    public bool IsBundle { get; init; }

    /// <summary>Changes with everything that a page might show; the page asks for it, and is drawn anew where it is another.</summary>
    public string Pulse { get; init; } = "";

    /// <summary>True where a sound is to be made for a new U1.</summary>
    public bool Sound { get; init; }

    /// <summary><paramref name="path"/> is one of <see cref="DeskPaths"/>, perhaps with a query.</summary>
    public string To(string path) => Base + path;

    public string ToCase(string handle) => $"{Base}{DeskPaths.Case}/{handle}";
}
