using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>The words of a sheet: from a file, from standard input, or typed line by line.</summary>
internal static class SheetInput
{
    private const int MaxLength = 4096;
    private const string Standard = "-";

    public static Option<string?> Words() => new("--words")
    {
        Description = "File with the seven lines of words, - for standard input; else they are asked for.",
        HelpName = "FILE",
    };

    /// <summary>Null, and every reason added, where there is no sheet.</summary>
    public static RecoverySheet? Read(Terminal terminal, string? words, ICollection<string> problems)
    {
        if (words is not null)
        {
            return words == Standard ? SheetText.Read("standard input", Console.In.ReadToEnd(), problems) : FromFile(words, problems);
        }

        if (problems.Count > 0)
        {
            // Nobody types seven lines for a verb that refuses anyway.
            return null;
        }

        if (!Console.IsInputRedirected)
        {
            return Type(Console.In, terminal.Say, problems);
        }

        problems.Add("There is no terminal to type the words at: give --words FILE, or --words - for standard input.");
        return null;
    }

    /// <summary>Asks for each line until it is right.</summary>
    internal static RecoverySheet? Type(TextReader keyboard, Action<string> say, ICollection<string> problems)
    {
        var lines = new List<string>();
        say($"Type the {SheetText.Lines} lines of the sheet, five words each. They stay on the screen: close this window afterwards.");
        while (lines.Count < SheetText.Lines)
        {
            say($"Line {lines.Count + 1}: ");
            if (keyboard.ReadLine() is not { } line)
            {
                problems.Add($"The words ended before line {lines.Count + 1}; begin again.");
                return null;
            }

            if (SheetText.ProblemOf(lines.Count + 1, line) is { } problem)
            {
                say(problem);
            }
            else
            {
                lines.Add(line);
            }
        }

        return SheetText.Read("The words", string.Join('\n', lines), problems);
    }

    private static RecoverySheet? FromFile(string file, ICollection<string> problems)
    {
        if (SecretFile.Read(file, MaxLength, problems) is not { } bytes)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return SheetText.Read(file, text, problems);
    }
}
