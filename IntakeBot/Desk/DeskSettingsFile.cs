using System.Text.Json;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>The settings on the disk. A file that cannot be read is left where it is, and the shipped settings count until something is saved.</summary>
internal static class DeskSettingsFile
{
    public static DeskSettings Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), DeskJson.Default.DeskSettings) ?? new() : new();
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            return new();
        }
    }

    public static void Write(string file, DeskSettings settings) =>
        WholeFile.Replace(file, JsonSerializer.SerializeToUtf8Bytes(settings, DeskJson.Default.DeskSettings), secret: true);
}
