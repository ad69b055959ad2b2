using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>The server's secret as a text file of mode 0600: docs/seal-format.md, "Server key file".</summary>
public static class ServerKeyFile
{
    private const string Title = "IntakeBot server key 1";

    /// <summary>Draws a key into a file that was not there; IOException where it was.</summary>
    public static void Create(string file)
    {
        Span<byte> secret = stackalloc byte[ServerKey.Size];
        RandomNumberGenerator.Fill(secret);
        var text = KeyText.Encode(Title, secret);
        WholeFile.Create(file, text, secret: true);
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(text);
    }

    /// <summary>The key; or null, and the reason added to <paramref name="problems"/>.</summary>
    public static ServerKey? Read(string file, ICollection<string> problems)
    {
        if (SecretFile.Read(file, KeyText.MaxLength, problems) is not { } text)
        {
            return null;
        }

        var secret = KeyText.Decode(Title, text);
        CryptographicOperations.ZeroMemory(text);
        if (secret is null)
        {
            problems.Add($"{file}: is not a whole server key, or was mistyped; compare it with the backup, character by character");
            return null;
        }

        var key = new ServerKey(secret);
        CryptographicOperations.ZeroMemory(secret);
        return key;
    }
}
