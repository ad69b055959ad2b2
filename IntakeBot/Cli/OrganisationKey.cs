using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>The organisation's key from its file: an identity under a passphrase, or a throw-away one without.</summary>
internal static class OrganisationKey
{
    public static SigningKey? Read(Terminal terminal, string file, string? passphraseFile, ICollection<string> problems)
    {
        if (!File.Exists(file))
        {
            problems.Add($"{file}: is missing");
            return null;
        }

        if (!IdentityFile.Is(file))
        {
            return SigningKeyFile.Read(file, problems);
        }

        return Passphrase.Read(terminal, passphraseFile, file, problems) is { } passphrase
            ? IdentityFile.Read(file, passphrase, problems)?.Signing
            : null;
    }
}
