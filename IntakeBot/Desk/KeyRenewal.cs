using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>
/// Draws a member's keys ahead and forgets those of epochs that are over, at the unlocking: only then the passphrase is there that the file is written
/// with. Nobody has to think of it; the open desk puts the new public keys to the server.
/// </summary>
internal static class KeyRenewal
{
    /// <summary>Epochs ahead of today's.</summary>
    public const uint Ahead = 5;

    /// <summary>
    /// Forgets only what was over on the last day on which the server's clock agreed: a clock that runs ahead must not destroy keys. Nothing without a
    /// roster that names this member, and where the clock is so far off that more epochs would be missing than an identity holds.
    /// </summary>
    public static void Renew(DeskFolder folder, Identity identity, ReadOnlySpan<char> passphrase, DeskOptions options)
    {
        var today = Day.Today(options.Time);
        if (RosterFolder.Read(folder.ConfigFolder, folder.DataFolder, today).Roster is not { } roster
            || roster.Find(identity.Signing.Public) is not { Recovery: false })
        {
            return;
        }

        var first = identity.Epochs.FirstOrDefault();
        var last = roster.EpochOf(today) + Ahead;
        var oldest = AgreedDay(folder) is { } agreed ? Math.Max(first, roster.Epochs.OldestOpen(agreed < today ? agreed : today)) : first;
        var isAsItShouldBe = first >= oldest && Enumerable.Range(0, (int)Math.Max(0, last + 1L - oldest)).All(i => identity.EpochSecretOf(oldest + (uint)i) is not null);
        if (isAsItShouldBe || last < oldest || last - oldest >= Identity.MaxEpochs)
        {
            return;
        }

        identity.Renew(oldest, last);
        IdentityFile.Replace(folder.IdentityFile, identity, passphrase, options.Profile);
    }

    /// <summary>The server has just taken a signed request: its clock and this one agree.</summary>
    public static void Agree(DeskFolder folder, Day today)
    {
        if (AgreedDay(folder) != today)
        {
            WholeFile.Replace(folder.AgreedFile, System.Text.Encoding.ASCII.GetBytes($"{today}\n"), secret: true);
        }
    }

    private static Day? AgreedDay(DeskFolder folder) => File.Exists(folder.AgreedFile) ? Day.Parse(File.ReadAllText(folder.AgreedFile).Trim()) : null;
}
