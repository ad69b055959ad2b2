namespace IntakeBot.Core.Sealing;

/// <summary>
/// pinned.json in the data folder: the organisation's key as it was at the first run, and the newest roster that was accepted.
/// It is what an older roster, or one signed by somebody else, is refused by.
/// </summary>
internal sealed record RosterPin
{
    public const string FileName = "pinned.json";

    public static StoredThing File { get; } = new(StoredIn.File, FileName, Kept.NothingOfHers, "the organisation's key and the newest roster that was accepted");

    public required string Organisation { get; init; }

    public required uint Serial { get; init; }

    /// <summary>Hexadecimal H([]; "roster", bytes of roster.json): one serial is one roster.</summary>
    public required string Hash { get; init; }

    public void Check(string file, VerifyKey organisation, ICollection<string> problems)
    {
        if (VerifyKey.Parse(Organisation) is not { } pinned)
        {
            problems.Add($"{file}: holds no organisation key; restore it from a backup");
        }
        else if (!pinned.Equals(organisation))
        {
            problems.Add(
                $"{file}: another organisation was pinned at the first run ({Fingerprint.Of(pinned)}), not {Fingerprint.Of(organisation)}; "
                + "only if the organisation itself says so, move this file away");
        }
    }

    public void Check(string file, uint serial, string hash, ICollection<string> problems)
    {
        if (serial < Serial)
        {
            problems.Add($"{file}: its serial {serial} is older than {Serial}, which was already in use; get the newest roster");
        }
        else if (serial == Serial && hash != Hash)
        {
            problems.Add($"{file}: serial {serial} was already in use with other contents; raise the serial and sign it again");
        }
    }
}
