using System.Security.Cryptography;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>Passphrases come from a file or from the keyboard without echo; never from an argument or the environment.</summary>
internal static class Passphrase
{
    private const int MaxLength = 1024;

    /// <summary>Letters and digits that are not taken for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Five groups of five: 123 bits.</summary>
    public static string Draw() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, 25).Chunk(5).Select(g => new string(g)));

    /// <summary>Null, and the reason added, where there is none.</summary>
    public static string? Read(Terminal terminal, string? file, string what, ICollection<string> problems) =>
        file is null ? Ask(terminal, $"Passphrase of {what}: ", problems) : FromFile(file, problems);

    /// <summary>Asked for twice, and held to <see cref="PassphraseRule"/>.</summary>
    public static string? ReadNew(Terminal terminal, string? file, string what, ICollection<string> problems)
    {
        var passphrase = file is null ? AskTwice(terminal, what, problems) : FromFile(file, problems);
        if (passphrase is null)
        {
            return null;
        }

        if (PassphraseRule.Fits(passphrase))
        {
            return passphrase;
        }

        problems.Add($"The passphrase needs {PassphraseRule.MinLength} characters or more, of a-z, A-Z, 0-9, blanks and signs: six words chosen by dice are good.");
        return null;
    }

    private static string? AskTwice(Terminal terminal, string what, ICollection<string> problems)
    {
        var first = Ask(terminal, $"New passphrase for {what}: ", problems);
        if (first is null || Ask(terminal, "Once more: ", problems) == first)
        {
            return first;
        }

        problems.Add("The two passphrases are not the same; nothing was written.");
        return null;
    }

    private static string? FromFile(string file, ICollection<string> problems)
    {
        if (SecretFile.Read(file, MaxLength, problems) is not { } bytes)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes).TrimEnd('\n', '\r');
        CryptographicOperations.ZeroMemory(bytes);
        if (text.Length > 0 && !text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        problems.Add($"{file}: the passphrase must be its only line");
        return null;
    }

    private static string? Ask(Terminal terminal, string prompt, ICollection<string> problems)
    {
        if (Console.IsInputRedirected)
        {
            problems.Add("There is no terminal to ask for the passphrase: give --passphrase-file FILE.");
            return null;
        }

        terminal.Say(prompt);
        var text = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (text.Length < MaxLength && key.KeyChar != '\0')
            {
                text.Append(key.KeyChar);
            }
        }

        return text.ToString();
    }
}
