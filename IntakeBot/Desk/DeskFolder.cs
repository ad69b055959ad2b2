namespace IntakeBot.Desk;

/// <summary>What one staff member's desk keeps on her own machine. Nothing in it is open: keys lie under the passphrase, rows as the server has them.</summary>
internal sealed record DeskFolder(string Root)
{
    public string IdentityFile => Path.Combine(Root, "identity");

    /// <summary>Roster, questionnaire and languages, as the organisation signed them.</summary>
    public string ConfigFolder => Path.Combine(Root, "config");

    /// <summary>Which organisation and roster were seen last.</summary>
    public string DataFolder => Path.Combine(Root, "data");

    /// <summary>The last day on which the server's clock and this one agreed.</summary>
    public string AgreedFile => Path.Combine(DataFolder, "agreed");

    /// <summary>Sealed rows, so that the queue is there at once.</summary>
    public string CacheFolder => Path.Combine(Root, "cache");

    /// <summary>Rows of the bundle that is being read; made anew each time.</summary>
    public string BundleCacheFolder => Path.Combine(Root, "bundle");

    /// <summary>What was written down while the server was away, and it does not have yet.</summary>
    public string PendingFile => Path.Combine(Root, "pending.bundle");

    /// <summary>The newest entry of the server's log that an auditor saw here.</summary>
    public string LogPinFile => Path.Combine(Root, "log.pin");

    /// <summary>Organisations that cases may be given to: public keys whose fingerprints were heard by voice.</summary>
    public string PartnersFolder => Path.Combine(Root, "partners");

    /// <summary>What was done without a server.</summary>
    public string OutboxFile => Path.Combine(Root, "outbox.bundle");

    public string SettingsFile => Path.Combine(Root, "desk.json");

    /// <summary>Where the server is, and by which keys it is believed: one line.</summary>
    public string InvitationFile => Path.Combine(Root, "invitation");

    /// <summary>Leads the browser in, once; gone as soon as it did.</summary>
    public string LinkFile => Path.Combine(Root, "open.html");

    /// <summary>Makes it where it is not there, for its owner alone; on Windows the rights of the folder above decide.</summary>
    public void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            _ = Directory.CreateDirectory(Root);
        }
        else
        {
            _ = Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Where the operating system keeps what programs of this person remember.</summary>
    public static DeskFolder Default => new(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "intakebot-desk"));
}
