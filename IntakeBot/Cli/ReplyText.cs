using System.Text;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Cli;

/// <summary>
/// The text of a reply: from a file or standard input, never from the command line, which everybody on the machine can list; checked, and
/// shown as the person will see it.
/// </summary>
internal static class ReplyText
{
    /// <summary>Of UTF-8: more than 300 characters ever need, little enough to read by mistake.</summary>
    private const int MaxBytes = 16 * 1024;

    /// <summary>Signs that <see cref="EscapedText"/> escapes for web pages; here they are what they are.</summary>
    private const string Markup = "<>&[]\\";

    /// <summary>Without blanks around it; null, and the reason added, where there is none.</summary>
    public static string? Read(Terminal terminal, string? file, ICollection<string> problems)
    {
        if (file is null && !Console.IsInputRedirected)
        {
            terminal.Say("Write the text, and end it with Ctrl+D on a line of its own (Windows: Ctrl+Z and Enter).");
        }

        var bytes = new byte[MaxBytes + 1];
        try
        {
            using var stream = file is null ? Console.OpenStandardInput() : File.OpenRead(file);
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length <= MaxBytes)
            {
                return Encoding.UTF8.GetString(bytes, 0, length).TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
            }

            problems.Add($"{file ?? "standard input"}: is far longer than a reply, which has {Reply.MaxLength} characters; is it the right file?");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file ?? "standard input"}: cannot be read; check that the file is there and is yours");
        }

        return null;
    }

    /// <summary>Null, and the reason added, where it is no reply.</summary>
    public static Reply? Check(string text, string language, ICollection<string> problems)
    {
        if (Reply.Of(language, text) is { } reply)
        {
            return reply;
        }

        problems.Add(text.Length switch
        {
            0 => "The text is empty: there is nothing to send.",
            > Reply.MaxLength => $"The text has {text.Length} characters, and {Reply.MaxLength} fit: leave out {text.Length - Reply.MaxLength}.",
            _ => "The text holds a sign that is none, such as a tab or bytes that are not UTF-8: letters, signs and line ends fit.",
        });
        return null;
    }

    /// <summary>Each line with a bar before it. A sign that would turn the direction, or is not seen, stands there as its code.</summary>
    public static void Show(Terminal terminal, Reply reply)
    {
        terminal.Data($"In {reply.Language}, {reply.Text.Length} of {Reply.MaxLength} characters:");
        foreach (var line in reply.Text.Split('\n'))
        {
            terminal.Data($"| {string.Concat(line.EnumerateRunes().Select(r => Markup.Contains(r.ToString(), StringComparison.Ordinal) ? $"{r}" : EscapedText.Of($"{r}")))}");
        }
    }
}
