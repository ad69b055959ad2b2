using System.Security.Cryptography;

namespace IntakeBot.Releases;

/// <summary>SHA256SUMS, as <c>sha256sum --check</c> reads it.</summary>
internal static class Checksums
{
    public const string FileName = "SHA256SUMS";

    /// <summary>Of every file below <paramref name="folder"/> but itself, by name with /, one line each.</summary>
    public static string Of(string folder) => string.Concat(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), File: f))
            .Where(f => f.Name != FileName)
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => $"{HashOf(f.File)}  {f.Name}\n"));

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
