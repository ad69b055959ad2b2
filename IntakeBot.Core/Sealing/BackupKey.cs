namespace IntakeBot.Core.Sealing;

/// <summary>
/// The key pair that backups are sealed to: an identity with the one epoch 0, which stays offline under its passphrase, and beside it a file like a
/// member's with the public half. A member of the staff has other epochs, so neither is taken for the other.
/// </summary>
public static class BackupKey
{
    private const uint Epoch = 0;

    public static Identity Draw() => Identity.Draw(Epoch, 1);

    /// <summary>Null, and the reason added, where the file is no public half of a backup key.</summary>
    public static RecipientKey? Read(string file, ICollection<string> problems)
    {
        if (RosterFiles.Bytes(file, problems) is not { } bytes || MemberFile.ReadKeys(file, bytes, problems) is not { } keys)
        {
            return null;
        }

        if (keys.Statements is [{ Epoch: Epoch } only])
        {
            return only.Key;
        }

        problems.Add($"{file}: is the public file of a member, not of a backup key; make one with 'intakebot backup key FILE'");
        return null;
    }

    /// <summary>Null where the identity is no backup key.</summary>
    public static EpochSecret? SecretOf(Identity identity) => identity.Epochs.Count == 1 ? identity.EpochSecretOf(Epoch) : null;
}
