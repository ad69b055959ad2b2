using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntakeBot.Core.Sealing;

/// <summary>Reads the small public files of the roster, each failure one sentence.</summary>
internal static class RosterFiles
{
    private const int MaxLength = 1024 * 1024;

    public static byte[]? Bytes(string file, ICollection<string> problems)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MaxLength })
            {
                problems.Add($"{file}: is longer than {MaxLength} bytes; is it the right file?");
                return null;
            }

            return File.ReadAllBytes(file);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add($"{file}: is missing");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file}: cannot be read; check that it is a file and this account may read it");
        }

        return null;
    }

    /// <summary>A public key alone in its file.</summary>
    public static VerifyKey? Key(string file, ICollection<string> problems)
    {
        if (Bytes(file, problems) is not { } bytes)
        {
            return null;
        }

        var key = VerifyKey.Parse(Encoding.ASCII.GetString(bytes).Trim());
        if (key is null)
        {
            problems.Add($"{file}: is not a public key of 43 letters and digits; copy it again from who made it");
        }

        return key;
    }

    public static T? Json<T>(string file, ReadOnlySpan<byte> bytes, JsonTypeInfo<T> type, ICollection<string> problems)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize(bytes, type) is { } value)
            {
                return value;
            }

            problems.Add($"{file}: is empty");
        }
        catch (JsonException failure)
        {
            var message = failure.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.', ' ');

            // It may quote a name of the file, and the file may come from anybody: a terminal must not obey it.
            message = string.Concat(message.Select(c => char.IsControl(c) ? '?' : c));
            problems.Add($"{file}:{failure.LineNumber.GetValueOrDefault() + 1}: {message}");
        }

        return null;
    }
}
