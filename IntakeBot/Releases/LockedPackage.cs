namespace IntakeBot.Releases;

/// <summary>
/// One package of the lock files. <paramref name="ContentHash"/> is what NuGet compares at a restore: SHA-512 of the package without its signature, base64, and so not
/// the hash of the .nupkg file. <paramref name="Needs"/>: names of the packages that it asks for.
/// </summary>
internal sealed record LockedPackage(string Name, string Version, string ContentHash, IReadOnlyList<string> Needs)
{
    /// <summary>Of nothing that is in the program: they check its source, or are asked for by what we do not use.</summary>
    private static readonly string[] NotShipped =
        ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.Win32.SystemEvents", "System.Drawing.Common"];

    public bool IsShipped => !NotShipped.Contains(Name);

    /// <summary>As package URLs name it.</summary>
    public string Url => $"pkg:nuget/{Name}@{Version}";
}
