using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// An Ed25519 seed as a text file of mode 0600, without a passphrase: for the Exchange, which must start alone, and for a
/// throw-away organisation. A real organisation's key is an <see cref="IdentityFile"/> without epochs.
/// </summary>
public static class SigningKeyFile
{
    private const string Title = "IntakeBot signing key 1";

    /// <summary>Writes a file that was not there; IOException where it was.</summary>
    public static void Create(string file, SigningKey key)
    {
        var text = KeyText.Encode(Title, key.Seed);
        WholeFile.Create(file, text, secret: true);
        CryptographicOperations.ZeroMemory(text);
    }

    /// <summary>The key; or null, and the reason added to <paramref name="problems"/>.</summary>
    public static SigningKey? Read(string file, ICollection<string> problems)
    {
        if (SecretFile.Read(file, KeyText.MaxLength, problems) is not { } text)
        {
            return null;
        }

        var seed = KeyText.Decode(Title, text);
        CryptographicOperations.ZeroMemory(text);
        if (seed is null)
        {
            problems.Add($"{file}: is not a whole signing key, or was mistyped; compare it with the backup, character by character");
            return null;
        }

        return new SigningKey(seed);
    }
}
