using System.Security.Cryptography;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>The file whose only line is the bot's token. No message quotes it.</summary>
internal static class BotTokenFile
{
    private const int MaxLength = 256;
    private const int MinSecret = 4;

    public static string? Read(string file, ICollection<string> problems)
    {
        if (SecretFile.Read(file, MaxLength, problems) is not { } bytes)
        {
            return null;
        }

        var text = Encoding.ASCII.GetString(bytes).TrimEnd('\n', '\r');
        CryptographicOperations.ZeroMemory(bytes);
        if (text.Split(':') is [var id, var secret]
            && long.TryParse(id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)
            && secret.Length >= MinSecret && secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            return text;
        }

        problems.Add($"{file}: does not hold a bot token alone on its only line (digits, a colon, letters); copy it again from @BotFather");
        return null;
    }
}
