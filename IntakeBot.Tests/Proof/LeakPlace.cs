namespace IntakeBot.Tests.Proof;

/// <summary>Where a server's traces are searched.</summary>
internal enum LeakPlace
{
    /// <summary>The data folder, without <see cref="Questions"/>.</summary>
    Data,

    /// <summary>The questions that were served, which the data folder keeps: ids and labels stand there, and nothing else.</summary>
    Questions,

    /// <summary>All that the process has written to its two streams.</summary>
    Log,

    Temporary,

    Metrics,

    /// <summary>As it lies on the disk.</summary>
    Backup,

    /// <summary>The same, opened with the backup key.</summary>
    OpenedBackup,
}
