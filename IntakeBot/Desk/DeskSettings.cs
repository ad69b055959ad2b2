namespace IntakeBot.Desk;

/// <summary>What a staff member chose for her own machine. Says nothing of a case, and nothing secret. Settable, so that what a file leaves out keeps the shipped value.</summary>
internal sealed record DeskSettings
{
    /// <summary>Of the pages: one of <see cref="DeskWords.Tags"/>.</summary>
    public string Language { get; set; } = "en";

    public DeskTheme Theme { get; set; }

    /// <summary>As this system names it; empty: the system's own.</summary>
    public string TimeZone { get; set; } = "";

    public bool Sound { get; set; } = true;

    /// <summary>socks5:// or http://, with port; empty: none.</summary>
    public string Proxy { get; set; } = "";

    /// <summary>When the desk is staffed, in <see cref="TimeZone"/>, and by whom.</summary>
    public IReadOnlyList<Shift> Shifts { get; set; } = [];
}
