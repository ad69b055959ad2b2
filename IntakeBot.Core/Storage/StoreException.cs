namespace IntakeBot.Core.Storage;

/// <summary>The store cannot be opened, or can no longer be trusted to write. Its message says what, where and what to do; never content.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Exit code of a process whose store has failed: start it again, nothing acknowledged is lost (EX_TEMPFAIL).</summary>
    public const int StartAgain = 75;

    /// <summary>True where the disk said no and may say yes at the next start; false where somebody has to mend something first.</summary>
    public bool MayPass { get; init; }

    public StoreException()
    {
    }

    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
