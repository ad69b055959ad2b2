namespace IntakeBot.Bench;

/// <summary>What a receipt code costs, one after the other on one core: Argon2id is nearly all of it.</summary>
internal sealed record CodeLine
{
    public required int Codes { get; init; }

    public required double CodesPerSecond { get; init; }

    /// <summary>One code prepared: Argon2id, its key pair, and the throw-away replies of its mailbox; milliseconds, the median.</summary>
    public required double PrepareMilliseconds { get; init; }

    /// <summary>The same without Argon2id's cost.</summary>
    public required double PartsMilliseconds { get; init; }

    /// <summary>One typed code, from its digits to "no reply yet", without the read; milliseconds, the median.</summary>
    public required double OpenMilliseconds { get; init; }

    public required double LoadAverage { get; init; }
}
